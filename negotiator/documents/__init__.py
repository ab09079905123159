"""Files in and out: bytes become values and values become bytes."""
