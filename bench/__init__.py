"""Benchmarks: `make bench`. They measure; they never pass or fail."""
