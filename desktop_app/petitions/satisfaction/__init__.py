"""Asking petitioners after closing how satisfied they are, and their answers."""
