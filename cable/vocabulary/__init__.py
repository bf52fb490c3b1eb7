"""Tables of TAGS, posts, acronyms, offices and routing indicators as data, with the loader that reads them."""
