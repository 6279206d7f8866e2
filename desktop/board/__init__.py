"""The office board in a window, and the change of an office in one act."""
