"""What an officer should see in the morning; `Reader` asks `due_list` for all of it."""
