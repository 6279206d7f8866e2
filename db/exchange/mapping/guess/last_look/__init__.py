"""What is looked at once a guess is made: what it leaves out, and what makes it doubtful."""
