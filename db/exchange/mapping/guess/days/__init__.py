"""What days the columns of a table hold, and of what."""
