"""`python -m tests.windows [STAGE …]`: the program on Windows, tried by hand under wine (docs/testing.md)."""
