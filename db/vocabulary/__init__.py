"""The word lists of the field, the kinds of record, and countries with their codes."""
