"""What is typed and chosen to open a desk, or to have it open with that from now on."""
