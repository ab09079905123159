"""How two texts differ: which provision became which, and which words changed."""
