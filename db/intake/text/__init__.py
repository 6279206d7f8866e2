"""What a text is made of before anything in it is understood: characters, tokens, sentences."""
