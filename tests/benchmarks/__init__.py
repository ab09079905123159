"""How good and how fast the comparison is: `python -m tests.benchmarks` writes RESULTS.md beside this file."""
