"""Pure Persian: digits, folding, Jalali dates, sort keys. Knows nothing of the office."""
