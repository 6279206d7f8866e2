"""The window's own controls; none of them knows a kind of record."""
