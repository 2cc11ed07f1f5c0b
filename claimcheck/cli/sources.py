"""From the paths on the command line, or standard input, to a report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimcheck import pipeline
from claimcheck.errors import InputError, Problem
from claimcheck.model.report import Report
from claimcheck.model.source import Source
from claimcheck.model.span import Position
from claimcheck.pipeline import Settings
from claimcheck.read.encoding import decode, require_encoding

STDIN = Path("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How sources are to be read; empty fields leave it to the sources."""

    lang: str = ""
    encoding: str = ""
    stdin_filename: str = ""
    against: tuple[Path, ...] = ()
    progress: Callable[[int, int], None] | None = None


def require_paths(paths: Sequence[Path]) -> None:
    """Refuse paths that do not exist, all of them at once.

    Raises:
        InputError: at least one does not exist.
    """
    problems = [
        Problem(path=path.as_posix(), message="no such file or folder", hint=_hint(path))
        for path in paths
        if path != STDIN and not path.exists()
    ]
    if problems:
        raise InputError(*problems)


def require_sources(report: Report, paths: Sequence[Path]) -> None:
    """Refuse a run in which no source was read.

    Raises:
        InputError: nothing was read.
    """
    if report.sources:
        return
    problems = [Problem(path=skipped.path, message=f"not read: {skipped.reason}") for skipped in report.skipped]
    where = " ".join(path.as_posix() for path in paths)
    raise InputError(*problems, Problem(path=where, message="nothing to read", hint="sources are .txt .md .markdown .html .htm files"))


def report_of(paths: Sequence[Path], settings: Settings, reading: Reading) -> Report:
    """Return the report on the paths, or on standard input where they are `-`.

    Raises:
        InputError: a path does not exist, standard input is mixed with files, or nothing was read.
    """
    against = reading.against
    require_paths([*paths, *against])
    if STDIN in paths:
        if len(paths) > 1 or against:
            raise InputError(
                Problem(path="-", message="standard input is one source and is not mixed with files yet", hint="save it to a file")
            )
        report = pipeline.check((stdin_source(reading),), settings)
    else:
        report = pipeline.check_paths(
            list(paths), settings, against=list(against), lang=reading.lang, encoding=reading.encoding, progress=reading.progress
        )
    require_sources(report, paths)
    return report


def claims_of(paths: Sequence[Path], settings: Settings, reading: Reading) -> Report:
    """Return the claims of the paths, compared with nothing."""
    if STDIN in paths:
        return report_of(paths, settings, reading)
    require_paths(paths)
    report = pipeline.extract_paths(list(paths), settings, lang=reading.lang, encoding=reading.encoding, progress=reading.progress)
    require_sources(report, paths)
    return report


def stdin_source(reading: Reading) -> Source:
    """Return what standard input holds as a source."""
    content = sys.stdin.buffer.read()
    name = reading.stdin_filename or "stdin"
    require_encoding(reading.encoding)
    decoded = decode(content, path=name, encoding=reading.encoding)
    if not decoded.text.strip():
        raise InputError(Problem(path=name, message="nothing to read on standard input"))
    return Source(
        text=decoded.text,
        id=name,
        path=name,
        lang=reading.lang,
        digest=sha256(content).hexdigest(),
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
        bom_bytes=decoded.bom_bytes,
    )


def warnings_of(report: Report) -> list[str]:
    """Return what a person should know of how sources were read, a line each."""
    return [
        f"{source.path or id_}: read as {source.encoding}, a guess; --encoding names another"
        for id_, source in report.sources.items()
        if source.encoding_guessed
    ]


def positions(report: Report) -> dict[str, Callable[[int], Position]]:
    """Return where characters of each source stand."""
    return {id_: pipeline.places(source) for id_, source in report.sources.items()}


def _hint(path: Path) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something went wrong

    from claimcheck.cli.entry import COMMANDS  # noqa: PLC0415 - the same

    near = get_close_matches(str(path), list(COMMANDS), n=1)
    if near and path.parent == Path():
        return f"did you mean the command {near[0]!r}?"
    beside = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    close = get_close_matches(path.name, beside, n=1)
    return f"did you mean {(path.parent / close[0]).as_posix()}?" if close else ""
