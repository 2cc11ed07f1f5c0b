"""Versions made of texts, for the tests of the diff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from claimcheck import Source, pipeline
from claimcheck.diff.version import Origin, Version, version_of
from claimcheck.model.report import Report
from claimcheck.report.jsonable import Json
from claimcheck.report.record import record_of

SETTINGS = pipeline.Settings(cache=False)


def record(texts: Mapping[str, str], *, lang: str = "en", corpus: Sequence[str] = ()) -> dict[str, Json]:
    """Return the record of a run on texts by their names; `corpus` are further texts that they are compared with."""
    report = run(texts, lang=lang, corpus=corpus)
    return record_of(report, {id_: pipeline.places(source) for id_, source in report.sources.items()})


def run(texts: Mapping[str, str], *, lang: str = "en", corpus: Sequence[str] = ()) -> Report:
    from claimcheck.read.text import document_of  # noqa: PLC0415 - private to the package

    documents = [
        document_of(Source(text=text, id=name, path=name, lang=lang, digest=sha256(text.encode()).hexdigest()))
        for name, text in texts.items()
    ]
    others = [document_of(Source(text=text, id=f"corpus/{n}", path=f"corpus/{n}", lang=lang)) for n, text in enumerate(corpus)]
    return pipeline.check_documents(documents, SETTINGS, corpus=others or None)


def version(texts: Mapping[str, str] | str, *, lang: str = "en", corpus: Sequence[str] = ()) -> Version:
    named = {"a.txt": texts} if isinstance(texts, str) else texts
    return version_of(record(named, lang=lang, corpus=corpus), Origin(kind="worktree", name="desk"))
