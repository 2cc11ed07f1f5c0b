"""Versions made of texts, for the tests of the diff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
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
    others = [document_of(Source(text=text, id=f"corpus/{n}", path=f"corpus/{n}", lang="en")) for n, text in enumerate(corpus)]
    return pipeline.check_documents(documents, SETTINGS, corpus=others or None)


def version(texts: Mapping[str, str] | str, *, lang: str = "en", corpus: Sequence[str] = ()) -> Version:
    named = {"a.txt": texts} if isinstance(texts, str) else texts
    return version_of(record(named, lang=lang, corpus=corpus), Origin(kind="worktree", name="desk"))


def applied(target: Json, steps: list[dict[str, Json]]) -> Json:
    """Return what RFC 6902 makes of `target`: a small reader of patches, written from the standard alone."""
    document: Json = {"": deepcopy(target)}
    for step in steps:
        parts = ["", *(part.replace("~1", "/").replace("~0", "~") for part in str(step["path"]).split("/")[1:])]
        parent = document
        for part in parts[:-1]:
            assert isinstance(parent, (dict, list))
            parent = parent[int(part)] if isinstance(parent, list) else parent[part]
        last = parts[-1]
        if isinstance(parent, list):
            _change_array(parent, last, step)
        else:
            assert isinstance(parent, dict)
            _change_object(parent, last, step)
    assert isinstance(document, dict)
    return document[""]


def _change_array(parent: list[Json], last: str, step: dict[str, Json]) -> None:
    place = len(parent) if last == "-" else int(last)
    if step["op"] == "add":
        assert place <= len(parent)
        parent.insert(place, deepcopy(step["value"]))
    elif step["op"] == "remove":
        del parent[place]
    else:
        parent[place] = deepcopy(step["value"])


def _change_object(parent: dict[str, Json], last: str, step: dict[str, Json]) -> None:
    assert step["op"] in ("add", "remove", "replace")
    assert step["op"] == "add" or last in parent
    if step["op"] == "remove":
        del parent[last]
    else:
        parent[last] = deepcopy(step["value"])
