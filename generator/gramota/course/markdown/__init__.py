"""What an author's Markdown may hold, and where it leads."""
