"""The open desk: the only writer, undo, drafts and the way from record to record."""
