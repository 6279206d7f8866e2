"""Which column of a file becomes which field: by a map, or guessed from headings and values."""
