"""Bulk acts on petitions in the window."""
