"""Notes out of the program: Markdown."""
