"""The connections of an open desk, and its file written anew beside it and put beneath them."""
