"""A run with a memory says the same as one without, whatever was edited in between."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.align import matching
from claimcheck.align.remembered import Scorer
from claimcheck.align.score import Meeting, Scored
from claimcheck.bind.vocabulary import Vocabulary
from claimcheck.memory import Memory
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.source import Document, Source
from claimcheck.pipeline import Settings, check_documents
from claimcheck.read.paths import read_paths
from claimcheck.read.text import document_of

STORIES = Path(__file__).parents[1] / "acceptance" / "stories"
Extract = Callable[[Document, Vocabulary], tuple[Claim, ...]]
Match = Callable[[Meeting, Scorer], tuple[Scored, ...]]
documents_against_one_another = importlib.import_module("claimcheck.align.documents")
UNCACHED = Settings(cache=False)


def story(name: str) -> list[Document]:
    return list(read_paths([STORIES / name])[0])


def edited(document: Document, was: str, now: str) -> Document:
    assert was in document.source.text
    text = document.source.text.replace(was, now, 1)
    return document_of(replace(document.source, text=text), suffix=Path(document.source.path).suffix)


def digits_moved(document: Document, place: int) -> Document:
    """Return the document with one digit changed, as while somebody types."""
    text = document.source.text
    digits = [index for index, letter in enumerate(text) if letter.isascii() and letter.isdigit()]
    index = digits[place % len(digits)]
    text = text[:index] + str((int(text[index]) + 1) % 10) + text[index + 1 :]
    return document_of(replace(document.source, text=text), suffix=Path(document.source.path).suffix)


def whole(report: Report) -> Report:
    return replace(report, facts=dict(report.facts), derived=dict(sorted(report.derived.items())))


@pytest.mark.parametrize("name", ["quake-two-provinces", "battery-kovaralja", "rates-vesterland"])
def test_edits_with_a_memory_report_what_fresh_runs_report(name: str) -> None:
    documents = story(name)
    memory = Memory()
    for step in range(8):
        place = step % len(documents)
        documents[place] = digits_moved(documents[place], 7 * step)
        review, corpus = documents[place : place + 1], [*documents[:place], *documents[place + 1 :]]
        kept = check_documents(review, UNCACHED, corpus=corpus, memory=memory)
        assert whole(kept) == whole(check_documents(review, UNCACHED, corpus=corpus))
        everything = check_documents(documents, UNCACHED, memory=memory)
        assert whole(everything) == whole(check_documents(documents, UNCACHED))


def test_only_what_was_edited_is_read_and_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = story("quake-two-provinces")
    read: list[str] = []
    met: list[tuple[str, str]] = []

    def extract(document: Document, words: Vocabulary, extract: Extract = pipeline.extract_document) -> tuple[Claim, ...]:
        read.append(document.source.id)
        return extract(document, words)

    def match(meeting: Meeting, scorer: Scorer, match: Match = matching.match) -> tuple[Scored, ...]:
        met.append((meeting.ours.document, meeting.theirs.document))
        return match(meeting, scorer)

    monkeypatch.setattr(pipeline, "extract_document", extract)
    monkeypatch.setattr(documents_against_one_another, "match", match)
    memory = Memory()
    check_documents(documents[:1], UNCACHED, corpus=documents[1:], memory=memory)
    read.clear()
    met.clear()
    article = digits_moved(documents[0], 3)
    check_documents([article], UNCACHED, corpus=documents[1:], memory=memory)
    assert read == [article.source.id]
    assert met
    assert all(article.source.id in pair for pair in met)


def test_a_figure_of_the_same_id_is_another_one_after_an_edit() -> None:
    one = document_of(Source(text="Calder Line will pay $40 million for the ferries.", id="a", lang="en"))
    other = document_of(Source(text="Calder Line will pay $47 million for the ferries.", id="b", lang="en"))
    memory = Memory()
    assert _kinds(check_documents([one, other], UNCACHED, memory=memory)) == ["contradiction"]
    mended = edited(other, "$47", "$40")
    assert _kinds(check_documents([one, mended], UNCACHED, memory=memory)) == ["agreement"]


def test_what_no_run_asks_for_is_forgotten() -> None:
    memory = Memory()
    memory.recall("a", (), lambda: 1)
    memory.turn()
    assert memory.recall("a", (), lambda: 2) == 1
    memory.turn()
    memory.turn()
    assert memory.recall("a", (), lambda: 3) == 3


def test_equal_things_are_not_the_same_thing() -> None:
    memory = Memory()
    first, second = [1], [1]
    assert memory.recall("a", (first,), lambda: "one") == "one"
    assert memory.recall("a", (second,), lambda: "other") == "other"


def test_what_is_under_review_is_not_kept_on_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path))
    one = document_of(Source(text="The dam cost $41 million.", id="a", lang="en"))
    other = document_of(Source(text="The dam cost $48 million.", id="b", lang="en"))
    check_documents([one], Settings(), corpus=[other], memory=Memory())
    assert len(list((tmp_path / pipeline.SHELF).iterdir())) == 1


def _kinds(report: Report) -> Sequence[str]:
    return [verdict.kind.value for verdict in report.verdicts]
