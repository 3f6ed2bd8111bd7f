"""`python -m tests.windows [STAGE …]`: the program on Windows, tried under wine. Run by hand; docs/testing.md says how."""
