"""What was printed, and what has changed since: the living brief asks."""
