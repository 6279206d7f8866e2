"""The windows that ask for one thing and go: passphrase, new desk, history, keyboard."""
