"""A row of a table becomes the draft of a record, for each kind by its targets."""
