"""How likely it is that two names are of one bearer; duplicates and search ask."""
