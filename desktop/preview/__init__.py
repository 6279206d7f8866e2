"""What is about to be printed, as the paper will show it: pages, search, printer, files.

`desktop.printing` opens it when something is first printed; the window does not wait for it.
"""
