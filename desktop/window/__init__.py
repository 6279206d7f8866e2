"""The main window: its actions as one table, toolbar, the view of a desk, opening and closing."""
