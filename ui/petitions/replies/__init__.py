"""Saved replies, letters and messages of a petition."""
