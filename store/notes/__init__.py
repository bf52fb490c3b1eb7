"""Notes on paragraphs: TinyDB, one file per cable, written atomically under a lock."""
