"""Merging from the window: another copy of the desk, what both changed, and what came of it."""
