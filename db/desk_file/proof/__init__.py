"""What proves a desk whole: by which rules was derived, and two connections at a time."""
