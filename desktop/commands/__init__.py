"""The headless commands: everything a desk can do without a screen, scripted, timed and checked.

`main.py` hands its arguments here when the first word is a command. No Qt is imported, save by
`tour` and by the window's own benchmarks.
"""
