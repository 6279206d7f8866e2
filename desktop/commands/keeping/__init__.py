"""The commands that keep a desk: copies made, put back, and records erased."""
