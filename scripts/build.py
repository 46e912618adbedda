"""The door: `python scripts/build.py` is the same as the command `prospectus build`."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from prospectus.cli import main

    sys.exit(main(["build", *sys.argv[1:]]))
