"""The panes and their parts: they paint what they are given and send messages; they keep no notes and open no files."""
