"""Files brought in from the window: chosen, looked at, imported, and what came of it."""
