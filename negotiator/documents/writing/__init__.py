"""Writers, one per format."""
