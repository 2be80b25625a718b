"""The phrase language that authors write: text to tree, and what may be wrong with it."""
