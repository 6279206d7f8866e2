"""What can be asked of a desk, by subject; `db/reader.py` joins them."""
