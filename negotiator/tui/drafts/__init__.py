"""Drafts: the versions of the text."""
