"""The page of a record, set to be read."""
