"""Inputs: what is pending, from whom."""
