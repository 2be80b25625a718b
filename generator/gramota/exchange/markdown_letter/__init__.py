"""Letters from Markdown."""
