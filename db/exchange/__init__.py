"""What comes in from files and goes out to them; the store asks it, the window never does."""
