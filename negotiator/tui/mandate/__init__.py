"""The mandate: every action, how it stands, and why."""
