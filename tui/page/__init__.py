"""A cable laid out as lines: pure functions from blocks and a width to rows of styled pieces. Loads no Textual."""
