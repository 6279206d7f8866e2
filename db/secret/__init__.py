"""What opens an encrypted desk: a phrase of words, its strength, a key file beside it."""
