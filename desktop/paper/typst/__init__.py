"""Sheets become PDF by Typst, long ones in pieces that are bound with their tags and links."""
