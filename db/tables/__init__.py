"""What is stored: one SQLModel class a table.

Every record is a row in `record` and a row of the same id in the table of its kind; everything else
hangs on `record`. `records` and `parts` declare what people can say, `rows` makes their tables;
`desk` and `topics` are the tables that no record crosses the border with.
"""
