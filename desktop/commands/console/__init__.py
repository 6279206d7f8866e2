"""What all commands share: their arguments, their output, and opening a desk for them."""
