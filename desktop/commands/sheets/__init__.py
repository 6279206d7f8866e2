"""The commands that print: sheets, what was printed, and the tour."""
