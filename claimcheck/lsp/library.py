"""The articles on disk that open ones are compared with: each read once, and again when its file has changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from claimcheck.errors import InputError, ManifestError
from claimcheck.lsp.setup import Setup
from claimcheck.model.source import Document, Skipped
from claimcheck.read.metadata import Metadata
from claimcheck.read.paths import find_files, read_file, shown_path

State = tuple[int, int, Metadata]


class Library:
    """Documents by the path that reports name them by; `skipped` are files that could not be read, with the reason."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.skipped: tuple[Skipped, ...] = ()
        self._states: dict[str, State] = {}
        self._metadata: dict[str, Metadata] = {}

    def refresh(self, setup: Setup) -> None:
        """Read what is new or has changed and forget what is gone.

        Raises:
            InputError: a path that the settings name does not exist.
            ManifestError: a manifest cannot be understood.
        """
        documents: dict[str, Document] = {}
        states: dict[str, State] = {}
        skipped: list[Skipped] = []
        self._metadata = {}
        for path, metadata in self._found(setup):
            shown = shown_path(path)
            self._metadata[shown] = metadata
            try:
                state = path.stat()
                states[shown] = (state.st_mtime_ns, state.st_size, metadata)
                is_known = self._states.get(shown) == states[shown] and shown in self.documents
                documents[shown] = self.documents[shown] if is_known else _read(path, metadata, setup)
            except InputError as error:
                skipped += (Skipped(problem.path, problem.message) for problem in error.problems)
            except OSError as error:
                skipped.append(Skipped(shown, f"cannot be read: {(error.strerror or str(error)).lower()}"))
        self.documents, self._states, self.skipped = documents, states, tuple(skipped)

    def known_of(self, path: Path, setup: Setup) -> Metadata:
        """Return what a manifest or the settings say of a file, on disk or not yet."""
        return self._metadata.get(shown_path(path)) or setup.choice.says_of(path)

    def besides(self, paths: Sequence[str]) -> tuple[Document, ...]:
        """Return the documents of all other paths."""
        return tuple(document for path, document in self.documents.items() if path not in paths)

    def _found(self, setup: Setup) -> tuple[tuple[Path, Metadata], ...]:
        try:
            return tuple((found.path, found.metadata) for found in find_files(setup.paths, setup.choice))
        except ManifestError:
            raise
        except InputError:
            if setup.is_named:
                raise
            return ()  # a folder without articles is where one is begun


def _read(path: Path, metadata: Metadata, setup: Setup) -> Document:
    values = setup.layer.values
    return read_file(path, metadata, lang=values.lang, encoding=values.encoding, base=setup.choice.base)


def absolute_of(shown: str) -> Path:
    """Return the file that reports name so."""
    return Path(os.path.abspath(shown))  # noqa: PTH100 - links stay as they are
