"""Erasing a record for good: its rows, its history, and every trace of it in the desk."""
