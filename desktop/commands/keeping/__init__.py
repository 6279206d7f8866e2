"""The commands that keep a desk: copies made and put back, a damaged desk saved, records erased."""
