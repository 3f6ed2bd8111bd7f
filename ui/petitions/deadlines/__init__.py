"""The explanation of a deadline."""
