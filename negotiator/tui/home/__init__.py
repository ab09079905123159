"""Home: where the process stands, and what needs attention."""
