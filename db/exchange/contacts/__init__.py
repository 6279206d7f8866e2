"""Cards of address books: vCards and the tables that mail programs export."""
