"""What is seen: the Textual application.

`commands` (the table of commands) and `page` (a cable laid out as lines) are pure and load no Textual; `app`, `screens`
and `widgets` are the screen. Nothing here decides what a cable is or how notes are kept.
"""
