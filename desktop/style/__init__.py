"""How the program looks: colours, sizes, stylesheet and icons."""
