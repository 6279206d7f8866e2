"""How Chinese, Korean and Japanese names are spelt in Latin letters, in every usual system."""
