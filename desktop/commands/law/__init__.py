"""Commands that answer what the law says: what is in force, who stands before whom."""
