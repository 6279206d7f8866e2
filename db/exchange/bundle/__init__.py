"""The bundle as it is read: the zip, checked whole, and its import."""
