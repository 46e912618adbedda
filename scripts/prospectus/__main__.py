"""Lets `python -m prospectus` be the command `prospectus`. Nothing else lives here."""

import sys

from prospectus.cli import main

if __name__ == "__main__":
    sys.exit(main())
