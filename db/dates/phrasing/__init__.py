"""How a date is said: the style that days are written in, phrases, and what was understood."""
