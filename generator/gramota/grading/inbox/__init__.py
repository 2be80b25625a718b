"""What was handed in, whatever it came as: found, read, checked, or set aside."""
