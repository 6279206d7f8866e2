"""Sheets become documents that officers edit in Word."""
