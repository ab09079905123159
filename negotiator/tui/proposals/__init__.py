"""Proposals: what is asked of the text, who is for and against it, what became of it."""
