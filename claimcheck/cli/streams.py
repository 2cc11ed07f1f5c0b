"""Where output goes and what it can show: encoding, width, colour, progress."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from claimcheck.errors import InputError, Problem

PIPE_WIDTH = 80
WIDEST = 160
PATIENCE = 0.5  # seconds before progress is worth a word


def wants_color(choice: str, *, to_file: bool = False) -> bool:
    """Return whether to print colours: --color, else NO_COLOR, FORCE_COLOR, then whether standard output is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") and not to_file:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and not to_file


def output_width(*, to_file: bool = False) -> int:
    """Return the width of the terminal in cells: COLUMNS, else what the terminal says, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return min(int(columns), WIDEST)
    if to_file or not sys.stdout.isatty():
        return PIPE_WIDTH
    return min(shutil.get_terminal_size((PIPE_WIDTH, 24)).columns, WIDEST)


def output_encoding(*, to_file: bool = False) -> str:
    """Return the encoding that people's output will have: the terminal's own, or the one asked for; else UTF-8."""
    if to_file or not (sys.stdout.isatty() or os.environ.get("PYTHONIOENCODING")):
        return "utf-8"
    return sys.stdout.encoding or "utf-8"


def write(text: str, path: Path | None, *, encoding: str = "utf-8") -> None:
    """Write `text` to a file or to standard output; what `encoding` cannot show is written as an escape.

    Raises:
        InputError: the file cannot be written.
    """
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            silence_output()  # whoever reads has seen enough; the exit status still tells what was found
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise InputError(Problem(path=path.as_posix(), message=f"cannot be written: {error.strerror or error}")) from error


def append(text: str, path: Path) -> None:
    """Add `text` to the end of a file that others write to as well; one that cannot be written is told, not failed on."""
    try:
        with path.open("ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        say(f"{path.as_posix()}: cannot be written: {error.strerror or error}")


def silence_output() -> None:
    """Let nothing more be written to a pipe that the reader has closed, not even when Python exits."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def say(message: str) -> None:
    """Write one line to standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    try:
        sys.stderr.write(message.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    except OSError:
        return  # nobody listens


def progress(*, quiet: bool) -> Callable[[int, int], None] | None:
    """Return what shows progress on standard error, or None where nobody looks at it."""
    if quiet or os.environ.get("CI") or os.environ.get("TERM", "dumb") == "dumb" or not sys.stderr.isatty():
        return None

    start, shown = monotonic(), 0

    def show(done: int, total: int) -> None:
        nonlocal shown
        if done >= total:
            sys.stderr.write("\r" + " " * shown + "\r" if shown else "")
        elif monotonic() - start > PATIENCE:
            line = f"{done:,} of {total:,} files read"
            sys.stderr.write(f"\r{line}")
            shown = max(shown, len(line))
        sys.stderr.flush()

    return show
