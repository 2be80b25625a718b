"""Phrases to tables: what the matcher needs of a rubric, and no linguistics after it."""
