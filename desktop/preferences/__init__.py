"""What an officer can choose about the program: one declared table, without Qt."""
