"""From the paths on the command line, or standard input, to a report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck import pipeline
from claimcheck.cli.streams import progress
from claimcheck.errors import InputError, Problem
from claimcheck.model.report import Report
from claimcheck.model.source import Document, Skipped
from claimcheck.model.span import Position
from claimcheck.pipeline import Settings
from claimcheck.read.choice import Choice
from claimcheck.read.encoding import require_encoding
from claimcheck.read.paths import find_files, read_content, read_paths, shown_path
from claimcheck.settings.values import Layer
from claimcheck.values import dataclass

STDIN = Path("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How sources are to be read; empty fields leave it to the sources. `choice` says which files of folders."""

    lang: str = ""
    encoding: str = ""
    stdin_filename: str = ""
    against: tuple[Path, ...] = ()
    choice: Choice = Choice()
    progress: Callable[[int, int], None] | None = None


def reading_of(layer: Layer, *, stdin_filename: str = "", quiet: bool = False) -> Reading:
    """Return how the settings want sources read."""
    values = layer.values
    choice = Choice(
        root=values.root,
        exclude=(*values.exclude, *values.extend_exclude),
        forced=values.force_exclude,
        ignore_files=values.respect_gitignore,
        sources=values.sources,
    )
    return Reading(
        lang=values.lang,
        encoding=values.encoding,
        stdin_filename=stdin_filename,
        against=values.against,
        choice=choice,
        progress=progress(quiet=quiet),
    )


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
    """Refuse a run in which no source was read, unless every one was excluded.

    Raises:
        InputError: nothing was read.
    """
    if report.sources or is_empty(report):
        return
    problems = [Problem(path=skipped.path, message=f"not read: {skipped.reason}") for skipped in report.skipped]
    where = " ".join(path.as_posix() for path in paths)
    raise InputError(*problems, Problem(path=where, message="nothing to read", hint="sources are .txt .md .markdown .html .htm files"))


def is_empty(report: Report) -> bool:
    """Return whether a run had nothing to read because all that was named is excluded."""
    return not report.sources and not report.skipped


def report_of(paths: Sequence[Path], settings: Settings, reading: Reading) -> Report:
    """Return the report on the paths, and on standard input where one of them is `-`.

    Raises:
        InputError: a path does not exist, or nothing was read.
    """
    against = reading.against
    require_paths([*paths, *against])
    if STDIN in paths:
        report = _report_with_stdin(paths, settings, reading)
    else:
        report = pipeline.check_paths(
            list(paths),
            settings,
            against=list(against),
            lang=reading.lang,
            encoding=reading.encoding,
            choice=reading.choice,
            progress=reading.progress,
        )
    require_sources(report, paths)
    return report


def _report_with_stdin(paths: Sequence[Path], settings: Settings, reading: Reading) -> Report:
    """Return the report on standard input, which stands for the file it is named after, and on the other paths."""
    documents = stdin_documents(reading)
    others, skipped = _read([path for path in paths if path != STDIN], reading)
    corpus, missed = _read(reading.against, reading)
    return pipeline.check_documents(
        (*documents, *others),
        settings,
        corpus=corpus if reading.against else None,
        skipped=skipped + missed,
        progress=reading.progress,
    )


def _read(paths: Sequence[Path], reading: Reading) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    return read_paths(paths, lang=reading.lang, encoding=reading.encoding, choice=reading.choice) if paths else ((), ())


def claims_of(paths: Sequence[Path], settings: Settings, reading: Reading) -> Report:
    """Return the claims of the paths, compared with nothing."""
    if STDIN in paths:
        return _report_with_stdin(paths, settings, replace(reading, against=()))
    require_paths(paths)
    report = pipeline.extract_paths(
        list(paths), settings, lang=reading.lang, encoding=reading.encoding, choice=reading.choice, progress=reading.progress
    )
    require_sources(report, paths)
    return report


def former_report(revision: str, paths: Sequence[Path], settings: Settings, reading: Reading) -> Report | None:
    """Return the report on the paths as they were at a git revision, with today's rules and settings; None where nothing was there.

    Raises:
        InputError: there is no repository or no such revision, or a path lies outside.
    """
    from claimcheck.read.revision import at_revision  # noqa: PLC0415 - few runs compare with a revision

    with at_revision(revision, [*paths, *reading.against]) as past:
        former = [past.there(path) for path in paths if past.there(path).exists()]
        against = tuple(past.there(path) for path in reading.against if past.there(path).exists())
        if not former or (reading.against and not against):
            return None
        choice = replace(reading.choice, base=past.base, root=past.there(reading.choice.root))
        try:
            return pipeline.check_paths(
                former, settings, against=list(against), lang=reading.lang, encoding=reading.encoding, choice=choice
            )
        except InputError:
            return None  # a folder without articles, then


def stdin_documents(reading: Reading) -> tuple[Document, ...]:
    """Return what standard input holds as a document; none where a file of its name is excluded."""
    content = sys.stdin.buffer.read()
    name = reading.stdin_filename or "stdin"
    require_encoding(reading.encoding)
    path = Path(name)
    if reading.choice.forced and reading.stdin_filename and reading.choice.excludes(path):
        return ()
    if not content.strip():
        raise InputError(Problem(path=name, message="nothing to read on standard input"))
    found = find_files([path], reading.choice) if path.is_file() else ()
    known = found[0].metadata if found else reading.choice.says_of(path)
    return (read_content(content, shown_path(path), known, lang=reading.lang, encoding=reading.encoding),)


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
