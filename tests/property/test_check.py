"""What is said of two sources does not depend on what other sources say, on their order, or on a stranger among them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import pipeline
from claimcheck.model.report import Report
from claimcheck.model.source import Document
from claimcheck.read.paths import read_paths

STORIES = sorted(path.parent for path in (Path(__file__).parents[1] / "acceptance" / "stories").glob("*/sources"))
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)

stories = st.sampled_from(STORIES)


@lru_cache
def documents_of(story: Path) -> tuple[Document, ...]:
    return read_paths([story / "sources"])[0]


def check(documents: tuple[Document, ...]) -> Report:
    return pipeline.check_documents(documents, pipeline.Settings())


def told(report: Report, among: set[str]) -> set[tuple[object, ...]]:
    """Return all that is said of the documents named, each verdict with its confidence and reason."""
    return {
        (verdict.kind, verdict.a, verdict.b, verdict.rung, verdict.reason, verdict.confidence)
        for verdict in report.verdicts
        if {report.claims[verdict.a].document, report.claims[verdict.b].document} <= among
    }


def ids(documents: tuple[Document, ...]) -> set[str]:
    return {document.source.id for document in documents}


@FEW
@given(stories, st.data())
def test_without_one_source_the_verdicts_on_the_others_stay(story: Path, data: st.DataObject) -> None:
    every = documents_of(story)
    gone = data.draw(st.sampled_from(every))
    rest = tuple(document for document in every if document is not gone)
    kept = told(check(rest), ids(rest))
    assert kept
    assert kept == told(check(every), ids(rest))


@FEW
@given(stories, st.data())
def test_the_order_of_the_sources_changes_nothing(story: Path, data: st.DataObject) -> None:
    every = documents_of(story)
    shuffled = tuple(data.draw(st.permutations(every)))
    assert told(check(shuffled), ids(every)) == told(check(every), ids(every))


@FEW
@given(stories, stories, st.data())
def test_an_unrelated_article_changes_nothing(story: Path, other: Path, data: st.DataObject) -> None:
    every = documents_of(story)
    stranger = data.draw(st.sampled_from(documents_of(other)))
    assert told(check((*every, stranger)), ids(every)) == told(check(every), ids(every))
