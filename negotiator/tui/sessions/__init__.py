"""Sessions: the calendar and the floor log."""
