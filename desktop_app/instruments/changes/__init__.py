"""The material changes between the text before the public and a later one: found, stored, carrying comments."""
