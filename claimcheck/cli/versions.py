"""From OLD and NEW on the command line to the records of both versions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from claimcheck.read.manifest import nearest
from claimcheck.read.paths import read_paths, shown_path
from claimcheck.read.revision import at_revision
from claimcheck.report.jsonable import Json
from claimcheck.report.record import record_of
from claimcheck.settings.values import Layer
from claimcheck.values import dataclass

REPORT: Final = ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How both versions are read and checked."""

    layer: Layer
    settings: Settings
    suppressions: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The articles of a version, what was skipped, and the commit they are from, or ""."""

    documents: tuple[Document, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    commit: str = ""


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
    read = [None if side.is_report else _sources(side, other, run, reading) for side, other in zip(sides, reversed(sides), strict=True)]
    reviewed = {document.source.id for one in read if one for document in one.documents}
    corpus = _corpus(reading, reviewed) if any(read) else None
    before, after = (
        _load_report(side) if sources is None else _check(side, sources, corpus, run) for side, sources in zip(sides, read, strict=True)
    )
    return before, replace(after, warnings=(*after.warnings, *_made_otherwise(before, after)))


def _made_otherwise(before: Loaded, after: Loaded) -> Iterator[str]:
    """Yield a warning where the two were not read by one program with one set of rules: what changed may be its doing."""
    made = [one.record.get("tool") if isinstance(one.record, dict) else None for one in (before, after)]
    if "report" in (before.origin.kind, after.origin.kind) and made[0] != made[1]:
        yield "the two reports were made by other versions, language data or rules; what changed may come from there"


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


def _sources(side: Named, other: Named, run: Run, reading: Reading) -> Sources:
    """Return the articles of a version; a revision alone means the paths that the other side names, or those of the settings."""
    if not side.revision:
        documents, skipped = read_paths([Path(side.path)], lang=reading.lang, encoding=reading.encoding, choice=reading.choice)
        return Sources(documents=documents, skipped=skipped)
    path = side.path or ("" if other.is_report else other.path)
    paths = [Path(path)] if path else list(run.layer.values.paths or (Path(),))
    try:
        return _at_revision(side, paths, reading)
    except InputError as error:
        problem = error.problems[0]
        if side.path or problem.path not in (side.revision, "."):
            raise
        message = "neither a file, a folder, a saved report (.json) nor a git revision"
        raise InputError(Problem(path=side.said, message=message, hint=_beside(Path(side.said)))) from error


def _beside(path: Path) -> str:
    """Return a guess at the file that was meant."""
    siblings = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    near = nearest(path.name, siblings)
    return f"did you mean {(path.parent / near).as_posix()}?" if near else "a revision needs a git repository"


def _at_revision(side: Named, paths: Sequence[Path], reading: Reading) -> Sources:
    """Return the articles at a revision; what a revision alone did not have yet is no error, for all in it is new."""
    with at_revision(side.revision, paths) as past:
        there = [past.there(path) for path in paths if past.there(path).exists()]
        if not there and side.path:
            raise InputError(Problem(path=side.said, message="was not there at this revision", hint="paths begin at the current folder"))
        if not there:
            return Sources(commit=past.commit)
        choice = replace(reading.choice, base=past.base, root=past.there(reading.choice.root))
        try:
            documents, skipped = read_paths(there, lang=reading.lang, encoding=reading.encoding, choice=choice)
        except InputError as error:
            raise InputError(*(replace(problem, path=side.said) for problem in error.problems)) from error
        return Sources(documents=documents, skipped=skipped, commit=past.commit)


def _corpus(reading: Reading, reviewed: set[str]) -> Sources | None:
    """Return the corpus without the articles that are compared themselves; None where there is none."""
    if not reading.against:
        return None
    documents, skipped = read_paths(reading.against, lang=reading.lang, encoding=reading.encoding, choice=reading.choice)
    return Sources(documents=tuple(document for document in documents if document.source.id not in reviewed), skipped=skipped)


def _check(side: Named, sources: Sources, corpus: Sources | None, run: Run) -> Loaded:
    """Return the version that the articles make, compared with the corpus where there is one."""
    others = corpus.documents if corpus else None
    skipped = tuple(dict.fromkeys(sources.skipped + (corpus.skipped if corpus else ())))
    if not sources.documents and not sources.commit:
        raise InputError(Problem(path=side.said, message="nothing to read", hint="sources are .txt .md .markdown .html .htm files"))
    report = pipeline.check_documents(sources.documents, run.settings, corpus=others, skipped=skipped)
    report = through(report, Gate(layer=run.layer, suppressions=run.suppressions))
    warnings = (*warnings_of(report), *(f"{lost.path}: not read: {lost.reason}" for lost in report.skipped))
    return Loaded(record=record_of(report, positions(report)), origin=_origin(side, sources.commit), warnings=warnings)


def _origin(side: Named, commit: str = "") -> Origin:
    if side.revision:
        return Origin(kind="revision", name=side.said, commit=commit)
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
