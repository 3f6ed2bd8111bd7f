"""What goes out to petitioners: written with the act that causes it, handed on in files, each once."""
