"""What the law says of the records of a desk on a day: read from its tables for `db.law`."""
