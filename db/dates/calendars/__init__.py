"""Calendars other than the Gregorian one; `phrases` and `date_parser` ask here."""
