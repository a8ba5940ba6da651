"""The way in: `edureport` and `python -m edureport`."""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the program and leave with its exit code; the version needs no imports."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from edureport import __version__

        print(f"edureport {__version__}")
        return
    gc.disable()  # one command, then the end: collecting costs more than it frees
    try:
        from edureport.cli import run

        code = run(sys.argv[1:])
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                with suppress(OSError):  # nobody reads any more
                    stream.flush()
    except KeyboardInterrupt:
        code = 130
    os._exit(code)  # everything is written; taking the interpreter down piece by piece takes 4 ms


if __name__ == "__main__":
    main()
