"""What the columns of a table are, guessed from their headings and values."""
