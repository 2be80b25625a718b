"""Tests of importing: what other programs write, and what people and attackers make of it."""
