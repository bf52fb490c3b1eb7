"""Drafts: what was typed for a note and not saved yet. `draft` is one and its file's text (pure), `box` keeps them.

Loads no note store, so that whoever only shows drafts does not wait for it.
"""
