"""A cable laid out as lines: pure functions from blocks and a width to rows of styled pieces. Loads no Textual.

`lay_out(cable, width, options)` and `lay_out_source(cable, width)` give a `Page`; `paint` gives the pieces of one of
its rows; `find`, `scroll` and `state` say what is found, where the reader stands, and how it looks.
"""
