"""Erasing a record for good from the window: who names it, the work, the certificate."""
