"""Courier files: what changed since the last exchange with a desk, encrypted; made and taken in."""
