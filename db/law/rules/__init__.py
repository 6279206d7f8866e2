"""Final clauses in one line of words each: read into values, and written back as words."""
