"""Keymaps as data: what each gives other keys than the command table does, by context and command."""
