"""Reading line by line: a cable as plain text with landmarks, and a prompt that takes words or letters.

No cursor movement and no colour: for screen readers, for `TERM=dumb`, and for scripts that pipe commands in. `pages` is
what is read out (pure), `verbs` what can be said (pure), `desk` holds the state, `walking`, `noting`, `leaping` and
`searching` act on it, `prompt` reads the lines.
"""
