"""The four tabs of the window: a list on the left, the page of the chosen record on the right."""
