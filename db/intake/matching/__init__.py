"""Which record of the desk a proposal is; the screen and the `intake` command ask the matcher."""
