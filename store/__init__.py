"""What is kept: sources (read only), the library over them, notes (precious), exports, and the program's places.

Knows what a cable is, never how it looks.
"""
