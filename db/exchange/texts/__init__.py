"""Files that hold a text as text: plain, web pages, Word, mail and PDF; nothing in them is run."""
