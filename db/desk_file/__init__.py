"""The file of a desk as a whole: made, opened, left, verified, rewritten, brought up to date."""
