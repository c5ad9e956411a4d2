"""`python -m app FILE...`: opens the window."""

import gc
import sys

gc.disable()  # nothing that a start makes is garbage, and looking for some takes a tenth of its time

from app.main import main  # noqa: E402 - that is what takes the time

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
