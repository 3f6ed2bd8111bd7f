"""Generated Persian data for trials, the demonstration and benchmarks: pure, seeded, and recognisable as a sample.

The same seed and day give the same data on every machine. The data names no real person or
firm. Only `filling` and the modules of rows use a database.
"""
