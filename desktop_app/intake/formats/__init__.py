"""File formats of the intake: tables, mail and SMS exports, read row by row."""
