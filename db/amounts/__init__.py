"""Sums of money as people write them: "about USD 500 million, announced"."""
