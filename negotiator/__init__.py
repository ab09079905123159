"""Log sessions, list pending inputs and compare successive drafts of a negotiated text."""

__version__ = "0.1.0"
