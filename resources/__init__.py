"""What is shipped beside the code, found by importlib.resources.files("resources")."""
