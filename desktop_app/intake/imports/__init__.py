"""Imports from a file: petitions, comments, satisfaction, catalogue."""
