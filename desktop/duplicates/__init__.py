"""The dialog of pairs that may be one: side by side, judged or merged."""
