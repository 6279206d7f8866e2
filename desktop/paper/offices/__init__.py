"""Offices on paper: the board of a day, an organigram, a reshuffle, a diplomatic list."""
