"""How far the tables have come, known without loading the changes themselves."""

VERSION = 18
"""How many changes `migrations` holds; the database keeps it as its `user_version`."""
