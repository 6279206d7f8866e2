"""Hits that are spelt nearly so: other spellings and scripts, what is nearest."""
