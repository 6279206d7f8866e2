"""Work on files from the window, previewed before it is done: what importing and merging share."""
