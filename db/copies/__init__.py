"""Copies of a desk: made while it is open, verified, kept by a plan, found again, and put back."""
