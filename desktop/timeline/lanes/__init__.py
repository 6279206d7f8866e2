"""The lanes of the timeline: which are chosen, and all of them as a table."""
