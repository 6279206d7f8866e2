"""The law of agreements and of precedence, worked out of words and days: no SQL, no files.

Final clauses are one line of words each; acts of parties are values; answers carry their reasons.
"""
