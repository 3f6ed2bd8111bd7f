"""Macros: several acts on a petition under one name."""
