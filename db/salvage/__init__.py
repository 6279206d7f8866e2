"""What can be read of a damaged desk, put into a new one; the damaged file is only read."""
