"""Say here what this room is for."""
