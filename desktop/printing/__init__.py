"""What is to be printed, as data, and what has changed since a document was printed; no Qt."""
