"""Letters from PDF."""
