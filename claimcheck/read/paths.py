"""Paths to documents: files, folders with or without a manifest.

What cannot be read among others is skipped with its reason; what cannot be found, or a run with nothing left to read,
is an error.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path, PurePosixPath

from claimcheck.errors import DecodeError, InputError, ManifestError, Problem
from claimcheck.model.source import Document, Skipped, Source
from claimcheck.read.choice import Choice
from claimcheck.read.encoding import decode, require_encoding
from claimcheck.read.manifest import NAME, nearest, read_manifest
from claimcheck.read.metadata import Metadata, language_tag
from claimcheck.read.text import SUFFIXES, document_of
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, and what a manifest says of it."""

    path: Path
    metadata: Metadata = field(default_factory=Metadata)


def read_paths(
    paths: Sequence[Path], *, lang: str = "", encoding: str = "", choice: Choice | None = None
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Return the documents of `paths`, in order of their paths, and what was skipped.

    `lang` and `encoding` are for sources that do not say themselves; `choice` says what is passed over. Raises
    InputError where a path does not exist or nothing can be read, ManifestError where a manifest is broken.
    """
    choice = choice or Choice()
    if lang and not language_tag(lang):
        raise InputError(Problem(path="--lang", message=f"unknown language tag '{lang}'", hint="use a BCP 47 tag such as es or zh-Hant"))
    require_encoding(encoding)
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for found in find_files(paths, choice):
        try:
            documents.append(read_file(found.path, found.metadata, lang=lang, encoding=encoding, base=choice.base))
        except InputError as error:
            skipped += (Skipped(problem.path, problem.message) for problem in error.problems)
    if not documents and skipped:
        raise InputError(*(Problem(path=lost.path, message=lost.reason) for lost in skipped))
    return _unique(documents), tuple(skipped)


def read_file(path: Path, metadata: Metadata | None = None, *, lang: str = "", encoding: str = "", base: Path | None = None) -> Document:
    """Return the document of one file; raise InputError where it cannot be read."""
    shown = shown_path(path, base)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(Problem(path=shown, message=f"cannot be read: {error.strerror}")) from error
    return read_content(content, shown, metadata, lang=lang, encoding=encoding)


def read_content(content: bytes, shown: str, metadata: Metadata | None = None, *, lang: str = "", encoding: str = "") -> Document:
    """Return the document of the bytes of a file; `shown` is how reports name it, and its ending tells the format.

    Raises InputError where they are no text.
    """
    decoded = decode(content, path=shown, encoding=encoding)
    if not decoded.text.strip():
        raise DecodeError(Problem(path=shown, message="holds no text"))
    source = Source(
        text=decoded.text,
        id=shown,
        path=shown,
        digest=hashlib.sha256(content).hexdigest(),
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
        bom_bytes=decoded.bom_bytes,
    )
    document = document_of(source, suffix=PurePosixPath(shown).suffix, known=metadata or Metadata())
    if lang and not document.source.lang:
        return replace(document, source=replace(document.source, lang=language_tag(lang)))
    return document


def find_files(paths: Sequence[Path], choice: Choice | None = None) -> tuple[Found, ...]:
    """Return the files that `paths` name, each once, in order of their paths; see `read_paths` for the errors."""
    choice = choice or Choice()
    found: dict[Path, Found] = {}
    manifests: dict[Path, dict[Path, Metadata]] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            candidates = tuple(_in_folder(path, manifests, choice)) if path.is_dir() else _named(path, manifests, choice)
        except (InputError, ManifestError) as error:
            problems += error.problems
            continue
        for candidate in candidates:
            known = candidate.metadata.or_else(choice.says_of(candidate.path))
            found.setdefault(candidate.path.resolve(), replace(candidate, metadata=known))
    if problems:
        kinds = {problem.path.endswith(NAME) for problem in problems}
        raise (ManifestError if kinds == {True} else InputError)(*dict.fromkeys(problems))
    if not paths:
        raise InputError(Problem(path=".", message="no path given"))
    return tuple(sorted(found.values(), key=lambda candidate: shown_path(candidate.path, choice.base)))


def shown_path(path: Path, base: Path | None = None) -> str:
    """Return how reports name `path`: relative to `base` (the current folder) where it lies below it, in posix form."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps "..", and resolve follows links
    here = base or Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else path.as_posix()


def _in_folder(folder: Path, manifests: dict[Path, dict[Path, Metadata]], choice: Choice) -> Iterator[Found]:
    any_found, passed_over = False, 0
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        folders[:] = [name for name in folders if not choice.excludes(Path(root) / name, is_folder=True)]
        listed = _manifest(Path(root), manifests)
        wanted = {Path(root) / name for name in names if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES} | set(listed)
        for path in sorted(wanted):
            if choice.excludes(path):
                passed_over += 1
                continue
            any_found = True
            yield Found(path, listed.get(path, Metadata()))
    if not any_found:
        hint = f"articles end in {', '.join(sorted(SUFFIXES))}; name other files one by one"
        if passed_over:
            hint = f"{passed_over} excluded by a pattern or an ignore file; --show-files lists what is read"
        raise InputError(Problem(path=shown_path(folder), message="no article in this folder", hint=hint))


def _named(path: Path, manifests: dict[Path, dict[Path, Metadata]], choice: Choice) -> tuple[Found, ...]:
    if path.is_file():
        if choice.forced and choice.excludes(path):
            return ()
        return (Found(path, _manifest(path.parent, manifests).get(path, Metadata())),)
    if path.exists():
        raise InputError(Problem(path=shown_path(path), message="neither a file nor a folder"))
    siblings = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    near = nearest(path.name, siblings)
    raise InputError(Problem(path=shown_path(path), message="no such file or folder", hint=f"did you mean '{near}'?" if near else ""))


def _manifest(folder: Path, manifests: dict[Path, dict[Path, Metadata]]) -> dict[Path, Metadata]:
    if folder not in manifests:
        path = folder / NAME
        manifests[folder] = read_manifest(path, shown_path(path)) if path.is_file() else {}
    return manifests[folder]


def _unique(documents: list[Document]) -> tuple[Document, ...]:
    """Return `documents`; raise InputError where front matter gives two of them one id."""
    seen: dict[str, str] = {}
    problems: list[Problem] = []
    for document in documents:
        source = document.source
        if source.id in seen:
            message = f"has the id '{source.id}' of {seen[source.id]}"
            problems.append(Problem(path=source.path, message=message, hint="ids in front matter name one article each"))
        seen.setdefault(source.id, source.path)
    if problems:
        raise InputError(*problems)
    return tuple(documents)
