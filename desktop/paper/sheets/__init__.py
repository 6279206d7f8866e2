"""The sheets themselves, one a form: who and what stands on each, in which order."""
