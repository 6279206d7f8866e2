"""The office board: offices with who holds them on a day, and what two days differ in."""
