"""What sheets share: the context they are written in, phrases, entries, sources, what to verify."""
