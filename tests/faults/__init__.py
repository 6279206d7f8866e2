"""Commands killed, or refused their writes, at any moment: `make faults` runs it."""
