"""What cannot be, or is seldom right, in the records of a desk; `Reader` asks."""
