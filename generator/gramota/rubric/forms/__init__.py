"""The forms of words, by dictionaries and stemmers; loaded for their own language only."""
