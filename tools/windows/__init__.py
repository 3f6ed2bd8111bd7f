"""`python -m tools.windows [STAGE …]`: the program on Windows, tried by hand under wine (docs/tools.md)."""
