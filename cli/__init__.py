"""The command line: everything the screen does, without the screen. Starts without Textual."""


def main() -> int:
    """Run the command line; returns the exit code (0 good, 1 nothing found, 2 bad use, 3 failed)."""
    return 2
