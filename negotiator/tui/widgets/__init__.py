"""What two features or more use."""
