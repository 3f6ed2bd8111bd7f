"""One act on many petitions (کار گروهی): chosen one by one or by a filter, previewed, done in chunks, taken back."""
