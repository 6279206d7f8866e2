"""Two records made one: what is asked field by field, and which rows go over."""
