"""The words that reading knows, from `resources/intake`, and the tokens that they are met in."""
