"""`python -m cablereader`: the same as the `cablereader` command."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
