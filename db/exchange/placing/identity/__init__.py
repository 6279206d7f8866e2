"""Which record of the desk a row means that bears no identifier of it."""
