"""Benchmarks: run by hand, no part of the test command. Each prints ratios against a named alternative that
is measured in the same run."""
