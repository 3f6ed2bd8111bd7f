"""Duplicates: similar texts, near-duplicate pairs, merging of two petitions."""
