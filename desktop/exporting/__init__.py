"""Exporting from the window: what is on show into a file of another program."""
