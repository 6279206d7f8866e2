"""A table of a record's parts in its form: rows of cells, walked and filled by keys."""
