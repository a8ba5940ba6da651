"""The way in: `edureport` and `python -m edureport`."""

import gc
import io
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Run the program and leave with its exit code; the version needs no imports."""
    try:
        gc.disable()  # one command, then the end: collecting costs more than it frees
        _write_whole()
        if sys.argv[1:] in (["--version"], ["-V"]):
            from edureport import __version__

            print(f"edureport {__version__}", flush=True)
            return
        from edureport.interrupt import listen

        listen()
        from edureport.cli import run

        code = run(sys.argv[1:])
        if sys.stdout is not None and not sys.stdout.closed:  # a broken pipe has closed it
            sys.stdout.flush()
    except KeyboardInterrupt:
        from edureport.errors import INTERRUPTED

        code = INTERRUPTED
    except BrokenPipeError:  # a reader that has seen enough is no error
        code = 0
    except OSError as error:
        code = _failed(error)
    except MemoryError:  # there was not even enough to say so in the user's language
        code = 2
        _say(lambda: os.write(2, b"edureport: there is not enough memory\n"))
    except (ImportError, SystemError):
        code = _not_loaded()
    except BaseException as error:  # noqa: BLE001  # a fault of the program or a library, which has its code
        code = _faulty(error)
    if sys.stderr is not None:
        _say(sys.stderr.flush)
    os._exit(code)  # everything is written; taking the interpreter down piece by piece takes 4 ms


def _write_whole() -> None:
    """Buffer standard output even under `python -u`, lest what the system takes a part of is dropped."""
    if isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):
        out = sys.stdout
        sys.stdout = os.fdopen(out.fileno(), "w", encoding=out.encoding, errors=out.errors, closefd=False)


def _say(write: "Callable[[], object]") -> None:
    """Write to standard error, if it can be written to."""
    try:  # noqa: SIM105  # importing contextlib takes longer than all of this module
        write()
    except OSError:
        pass


def _failed(error: OSError) -> int:
    """Report an OSError that no command has handled: of a file, or while help or the version is printed."""
    try:
        from errno import errorcode

        from edureport.cli import print_error
        from edureport.errors import EdureportError
        from edureport.output_file import refused

        if error.filename is None:
            return print_error(refused(error, "<stdout>"))
        if str(error.filename).startswith((sys.prefix, os.path.dirname(__file__))):  # noqa: PTH120
            return _not_loaded()
        return print_error(
            EdureportError.at(str(error.filename), "errors.system", code=errorcode.get(error.errno or 0, "?"))
        )
    except (ImportError, SystemError, OSError, MemoryError):
        return _not_loaded()


def _faulty(error: BaseException) -> int:
    """Say where the program failed, for those who mend it."""
    from edureport.errors import FAULTY

    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
        if last.tb_frame.f_code.co_name == "<module>":  # while importing: a file was not seen
            return _not_loaded()
    try:
        from edureport.cli import print_error
        from edureport.errors import EdureportError
        from edureport.message import message

        module = last.tb_frame.f_globals.get("__name__", "?") if last else "?"
        where = f"{module}:{last.tb_lineno if last else 0}"
        print_error(EdureportError(message("errors.fault", kind=type(error).__name__, where=where)))
    except Exception:  # noqa: BLE001  # not even that
        _say(lambda: os.write(2, b"edureport: the program has a fault; please report the command\n"))
    return FAULTY


def _not_loaded() -> int:
    """Say that Python could not import a module; the words of the catalogues may be out of reach, too."""
    words = (
        b"edureport: a part of the program cannot be loaded; close other programs, "
        b"allow more memory and open files, or install edureport again\n"
    )
    _say(lambda: os.write(2, words))
    return 2


if __name__ == "__main__":
    main()
