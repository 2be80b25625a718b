"""What the engine knows of each language: closed word lists, plain data."""
