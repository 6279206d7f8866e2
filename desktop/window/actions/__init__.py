"""What the window can be told to do: the table of its actions and what each of them does."""
