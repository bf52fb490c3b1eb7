"""The main screen, which holds the state and answers the panes' messages, and the screens that lie over it."""
