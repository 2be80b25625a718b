"""Markdown of others made safe, and plain text as Markdown."""
