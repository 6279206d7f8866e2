"""The commands that keep a desk: copies made, put back."""
