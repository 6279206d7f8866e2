"""Offices as a sentence names them: around their heads, with what belongs to them."""
