"""The form of a record, whatever its kind, with the draft of what is typed into it."""
