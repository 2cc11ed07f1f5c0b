"""Open articles against the corpus: what is known of them after each edit, and nothing from before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from claimcheck import pipeline
from claimcheck.errors import ClaimcheckError, Problem, ProblemError
from claimcheck.gate.baseline import accept, baseline_text, read_baseline
from claimcheck.gate.run import Gate, through
from claimcheck.lsp.library import Library
from claimcheck.lsp.setup import Configure, Setup
from claimcheck.memory import Memory
from claimcheck.model.report import Report
from claimcheck.model.source import Document, Source
from claimcheck.read.metadata import language_tag
from claimcheck.read.paths import shown_path
from claimcheck.read.text import SUFFIXES, document_of
from claimcheck.values import dataclass

SUFFIX_OF: Final = {"markdown": ".md", "mdx": ".mdx", "html": ".html", "plaintext": ".txt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Buffer:
    """An article as the editor holds it; `path` is None for one that is no file yet."""

    uri: str
    path: Path | None
    text: str
    version: int
    language: str = ""

    @property
    def shown(self) -> str:
        """The path that reports name it by."""
        return shown_path(self.path) if self.path is not None else self.uri.partition(":")[2] or self.uri

    @property
    def suffix(self) -> str:
        """What it is read as: by its name, else by what the editor takes it for; "" is no article."""
        own = PurePosixPath(self.shown).suffix.lower()
        if own in SUFFIXES:
            return own
        return "" if own else SUFFIX_OF.get(self.language, "")


class Session:
    """The buffers, the corpus and the settings of one workspace.

    `problems` are what keeps it from saying anything: settings, rules or manifests that cannot be understood.
    """

    def __init__(self, configure: Configure) -> None:
        self.buffers: dict[str, Buffer] = {}
        self.library = Library()
        self.problems: tuple[Problem, ...] = ()
        self.overrides: tuple[str, ...] = ()
        self.documents: dict[str, Document] = {}
        self._configure = configure
        self._setup: Setup | None = None
        self._memory = Memory()

    @property
    def setup(self) -> Setup | None:
        """The settings that hold, or None where they cannot be understood."""
        return self._setup

    def reload(self) -> None:
        """Read settings, rules and corpus again."""
        pipeline.rulebook.cache_clear()
        pipeline.vocabulary.cache_clear()
        self._setup, self.problems = None, ()
        try:
            setup = self._configure(self.overrides)
            pipeline.rulebook(setup.settings)
        except ClaimcheckError as error:
            self.problems = problems_of(error)
            return
        self._setup = setup
        self.refresh()

    def refresh(self) -> None:
        """Look at the corpus on disk again."""
        if self._setup is None:
            return
        self.problems = ()
        try:
            self.library.refresh(self._setup)
        except ClaimcheckError as error:
            self.problems = problems_of(error)
        self.documents = {}  # a manifest may say something else of an open article now

    def put(self, buffer: Buffer) -> None:
        """Take an article as the editor has it now."""
        self.buffers[buffer.uri] = buffer
        self.documents.pop(buffer.uri, None)

    def edit(self, uri: str, text: str, version: int) -> None:
        """Take the text of an open article after a change."""
        if uri in self.buffers:
            self.put(replace(self.buffers[uri], text=text, version=version))

    def close(self, uri: str) -> None:
        """Let go of an article: what is on disk counts again."""
        self.buffers.pop(uri, None)
        self.documents.pop(uri, None)

    def open_documents(self) -> Mapping[str, Document]:
        """Return the open articles by their addresses; excluded ones and those without a word are none."""
        if self._setup is None:
            return {}
        for uri, buffer in self.buffers.items():
            if uri not in self.documents and self._is_article(buffer, self._setup):
                self.documents[uri] = self._document(buffer, self._setup)
        return self.documents

    def review(self) -> Report | None:
        """Return the report on the open articles against all others, or None where there is nothing to say it of.

        What cannot be done is a problem then, never an exception.
        """
        documents = self.open_documents()
        return self._check(tuple(documents.values()), self._others()) if documents else None

    def whole(self) -> Report | None:
        """Return the report on all articles, as `claimcheck check` without files of its own reports it."""
        return self._check((*self.open_documents().values(), *self._others()), None)

    def accept(self, fingerprint: str, report: Report, *, accepted_as: str, reason: str, on: str) -> Path | None:
        """Write a finding to the baseline and return its file; None where there is no such finding now.

        Raises:
            ConfigurationError: the baseline there is cannot be understood.
        """
        finding = report.findings.get(fingerprint)
        if finding is None or self._setup is None:
            return None
        file = self._setup.baseline
        entries = read_baseline(file) if file.exists() else ()
        entry = accept(finding, report, accepted_as=accepted_as, reason=reason, on=on)
        file.write_text(baseline_text([*(one for one in entries if one.fingerprint != fingerprint), entry]), "utf-8")
        return file

    def _others(self) -> tuple[Document, ...]:
        return self.library.besides([buffer.shown for buffer in self.buffers.values()])

    def _check(self, documents: tuple[Document, ...], corpus: tuple[Document, ...] | None) -> Report | None:
        if self._setup is None or self.problems or not documents:
            return None
        try:
            report = pipeline.check_documents(
                documents, self._setup.settings, corpus=corpus, skipped=self.library.skipped, memory=self._memory
            )
            baseline = self._setup.baseline if self._setup.baseline.exists() else None
            return through(report, Gate(layer=self._setup.layer, baseline=baseline))
        except ClaimcheckError as error:
            self.problems = problems_of(error)
            return None

    def _is_article(self, buffer: Buffer, setup: Setup) -> bool:
        if not buffer.suffix or not buffer.text.strip():
            return False
        return buffer.path is None or not setup.choice.excludes(buffer.path)

    def _document(self, buffer: Buffer, setup: Setup) -> Document:
        shown = buffer.shown
        known = None if buffer.path is None else self.library.known_of(buffer.path, setup)
        document = document_of(Source(text=buffer.text, id=shown, path=shown), suffix=buffer.suffix, known=known)
        lang = setup.layer.values.lang
        if lang and not document.source.lang:
            return replace(document, source=replace(document.source, lang=language_tag(lang)))
        return document


def problems_of(error: ClaimcheckError) -> tuple[Problem, ...]:
    """Return what is wrong, each with its place."""
    if isinstance(error, ProblemError):
        return error.problems
    return (Problem(path="claimcheck", message=str(error)),)
