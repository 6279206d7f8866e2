"""Bodies as a sentence names them: known ones, those by their words, acronyms, unknown ones."""
