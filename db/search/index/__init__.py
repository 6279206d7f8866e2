"""The full text of the desk: where its words come from, in which order they stand, kept in step."""
