"""What names sound like, as keys of consonants, whatever script they are written in."""
