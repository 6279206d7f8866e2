"""The driver, its connection and errors, the log's mark, and the way between rows and records."""
