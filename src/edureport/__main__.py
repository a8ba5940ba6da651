"""The way in: `edureport` and `python -m edureport`."""

import sys


def main() -> None:
    """Run the program and leave with its exit code; the version needs no imports."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from edureport import __version__

        print(f"edureport {__version__}")
        return
    try:
        from edureport.cli import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
