"""Zensical for the tests that build an ejected project with it."""
