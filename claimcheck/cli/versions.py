"""From OLD and NEW on the command line to the records of both versions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from claimcheck import pipeline
from claimcheck.cli.sources import Reading, positions, reading_of, warnings_of
from claimcheck.diff.edits import offer_edits
from claimcheck.diff.outcomes import Diff
from claimcheck.diff.version import Origin
from claimcheck.errors import InputError, Problem
from claimcheck.gate.run import Gate, through
from claimcheck.model.source import Document, Skipped
from claimcheck.pipeline import Settings
from claimcheck.read.paths import read_paths, shown_path
from claimcheck.read.revision import at_revision
from claimcheck.report.jsonable import Json
from claimcheck.report.record import record_of
from claimcheck.settings.values import Layer

REPORT: Final = ".json"
Documents = tuple[tuple[Document, ...], tuple[Skipped, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How both versions are read and checked."""

    layer: Layer
    settings: Settings
    suppressions: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a person named: `path` alone is a file or folder, or a saved report; with `revision`, as it was then; "" is no path."""

    said: str
    path: str = ""
    revision: str = ""

    @property
    def is_report(self) -> bool:
        """True for a saved report."""
        return not self.revision and self.path.lower().endswith(REPORT) and Path(self.path).is_file()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A version: its record, where it is from, and what a person should know of how it was read."""

    record: Json
    origin: Origin
    warnings: tuple[str, ...] = ()


def records_of(old: str, new: str, run: Run) -> tuple[Loaded, Loaded]:
    """Return both versions.

    Raises:
        InputError: one of them is none of what a version can be, or holds nothing to read.
    """
    sides = (named(old), named(new))
    reading = reading_of(run.layer, quiet=True)
    read = [None if side.is_report else _documents(side, other, run, reading) for side, other in zip(sides, reversed(sides), strict=True)]
    reviewed = {document.source.id for one in read if one for document in one[0]}
    corpus = _corpus(reading, reviewed) if any(read) else None
    before, after = (
        _load_report(side) if documents is None else _check(side, documents, corpus, run)
        for side, documents in zip(sides, read, strict=True)
    )
    return before, after


def named(said: str) -> Named:
    """Return what `said` names: a path that exists, else a revision with or without one."""
    if Path(said).exists():
        return Named(said=said, path=said)
    revision, colon, path = said.partition(":")
    if colon and revision and path:
        return Named(said=said, path=path, revision=revision)
    return Named(said=said, revision=said)


def with_edits(diff: Diff) -> Diff:
    """Return the diff with the edits that can be offered."""
    return offer_edits(diff, lambda text, lang: pipeline.extract(text, lang or None))


def _documents(side: Named, other: Named, run: Run, reading: Reading) -> Documents:
    """Return the articles of a version; a revision alone means the paths that the other side names, or those of the settings."""
    if not side.revision:
        return read_paths([Path(side.path)], lang=reading.lang, encoding=reading.encoding, choice=reading.choice)
    path = side.path or ("" if other.is_report else other.path)
    paths = [Path(path)] if path else list(run.layer.values.paths or (Path(),))
    try:
        return _at_revision(side, paths, reading)
    except InputError as error:
        if side.path or (problem := error.problems[0]).message != "no such revision":
            raise
        message = "neither a file, a folder, a saved report (.json) nor a git revision"
        raise InputError(Problem(path=side.said, message=message, hint=problem.hint)) from error


def _at_revision(side: Named, paths: Sequence[Path], reading: Reading) -> Documents:
    with at_revision(side.revision, paths) as past:
        there = [past.there(path) for path in paths]
        missing = [path for path, then in zip(paths, there, strict=True) if not then.exists()]
        if missing:
            problems = (Problem(path=f"{side.revision}:{path.as_posix()}", message="was not there at this revision") for path in missing)
            raise InputError(*problems)
        choice = replace(reading.choice, base=past.base, root=past.there(reading.choice.root))
        try:
            return read_paths(there, lang=reading.lang, encoding=reading.encoding, choice=choice)
        except InputError as error:
            raise InputError(*(replace(problem, path=side.said) for problem in error.problems)) from error


def _corpus(reading: Reading, reviewed: set[str]) -> Documents | None:
    """Return the corpus without the articles that are compared themselves; None where there is none."""
    if not reading.against:
        return None
    documents, skipped = read_paths(reading.against, lang=reading.lang, encoding=reading.encoding, choice=reading.choice)
    return tuple(document for document in documents if document.source.id not in reviewed), skipped


def _check(side: Named, read: Documents, corpus: Documents | None, run: Run) -> Loaded:
    documents, skipped = read
    others, missed = corpus or ((), ())
    if not documents:
        raise InputError(Problem(path=side.said, message="nothing to read", hint="sources are .txt .md .markdown .html .htm files"))
    lost = tuple(dict.fromkeys(skipped + missed))
    report = pipeline.check_documents(documents, run.settings, corpus=others if corpus else None, skipped=lost)
    report = through(report, Gate(layer=run.layer, suppressions=run.suppressions))
    warnings = (*warnings_of(report), *(f"{skipped.path}: not read: {skipped.reason}" for skipped in report.skipped))
    return Loaded(record=dict(record_of(report, positions(report))), origin=_origin(side), warnings=warnings)


def _origin(side: Named) -> Origin:
    if side.revision:
        return Origin(kind="revision", name=side.said)
    return Origin(kind="report" if side.is_report else "worktree", name=shown_path(Path(side.path)))


def _load_report(side: Named) -> Loaded:
    path = Path(side.path)
    try:
        record: Json = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(Problem(path=side.said, message=f"cannot be read: {error.strerror}")) from error
    except json.JSONDecodeError as error:
        raise InputError(Problem(path=side.said, message=f"is no JSON: {error.msg}", line=error.lineno, column=error.colno)) from error
    except UnicodeDecodeError as error:
        raise InputError(Problem(path=side.said, message="is not UTF-8, as JSON is")) from error
    return Loaded(record=record, origin=_origin(side))
