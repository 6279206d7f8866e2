"""The screen, the commands and the paper of the desk; it asks `db` for everything and knows no SQL."""
