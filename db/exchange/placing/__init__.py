"""Drafts of records find their place on the desk: what is new, what is known, what is told."""
