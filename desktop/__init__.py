"""The screen, the commands and the paper of the desk; `db` is asked for everything, no SQL here."""
