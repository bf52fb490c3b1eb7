"""Fictional cables of a made-up country, to start with and to test with. See README.md in this folder."""
