"""What shells and the manual are told of the command line, taken from the parsers of its commands.

`specs` reads the parsers; `bash`, `zsh` and `fish` write a completion script each, `manual` the page for `man`.
"""
