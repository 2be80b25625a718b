"""From matches to decisions: what is met, how surely, and what an answer is as a whole."""
