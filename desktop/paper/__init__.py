"""What an officer puts on paper: blocks that describe a sheet, and the writers that set it.

`blocks` says what stands on a sheet, `typeset` makes the PDF of it and `page_html` the web page.
None of them knows Qt or records; `forms` turns records into sheets.
"""
