"""Qt models over pages of the desk, and the roles that their rows answer to."""
