"""The history of a petition in words."""
