"""Takes the place of `holidays.countries` in the frozen program (contents.py)."""
