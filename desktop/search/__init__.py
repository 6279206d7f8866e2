"""The search box with its completion, the one state of a search, and searches that are kept."""
