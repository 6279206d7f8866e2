"""Tools ▸ Checks: what cannot be or is seldom right in the desk, and the way to each record."""
