"""The checklist of a petition."""
