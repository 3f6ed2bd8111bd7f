"""Duplicates: similar texts, near-equal pairs, merging of two petitions."""
