"""Intake: a text that somebody sent becomes records, each beside the words it came from."""
