"""HTML of other programs as blocks and Markdown."""
