"""Calendars: the events of an iCalendar file."""
