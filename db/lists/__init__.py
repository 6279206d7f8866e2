"""The lines of lists and what stands in them: offices, titles on a day, status, sources."""
