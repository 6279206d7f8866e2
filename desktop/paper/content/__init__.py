"""The blocks that sheets are made of, and what all writers of them share; no writer is named
here.
"""
