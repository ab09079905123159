"""Compare: how two drafts differ."""
