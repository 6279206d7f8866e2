"""One editor for each sort of field, the pickers, and the table in which parts are edited."""
