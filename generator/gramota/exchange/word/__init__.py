"""Letters from Word."""
