"""The commands of offices: the board of a day, and one who succeeds another."""
