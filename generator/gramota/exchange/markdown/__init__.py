"""Letters from Markdown, and Markdown of others made safe."""
