"""Copies of the open desk from the window: made by themselves, saved, and records brought back."""
