"""Visits: who travels where, by verbs and by nouns."""
