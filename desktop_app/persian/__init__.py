"""Pure functions for Persian: digits, folding, Jalali dates, sort keys. Independent of the domain."""
