"""The status table of an agreement in a window: parties, acts and territories, and a what-if."""
