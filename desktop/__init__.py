"""The screen: window, tabs, forms and controls; it asks the desk only through `db`."""
