"""Made Persian data for trials, the demonstration and benchmarks: pure, seeded, plainly a sample.

The same seed and day give the same data, on every machine. Nothing here names a real person or firm, and
nothing here knows a database: `filling` puts the data into one.
"""
