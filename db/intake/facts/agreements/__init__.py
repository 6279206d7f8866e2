"""Agreements: their nouns, what is done to them, what they are about, and which are one."""
