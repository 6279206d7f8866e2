"""The pages of a finished PDF on screen: drawn, scrolled, searched, shown small."""
