"""YAML as people wrote it: its tree, the place of everything in it, and additions to it."""
