"""Every word that people typed for a language stands in a sentence of that language, and is read there as it means.

A file `words/<lang>.toml` holds short sentences for those words that no text of `mentions/<lang>.toml` holds. An entry
has one sentence, and the words that may stand at its {}:

    [[meaning]]
    kind = "count"                 # as in mentions/: kind, unit, low, high, hedge of the figure in brackets
    low = "300"
    high = "300"
    hedge = "about"
    text = "On Friday {} [300] visitors came."
    words = ["around", "roughly"]

    [[nothing]]                    # no figure at all may be read
    why = "behind these words a number is a name or an id"
    text = "They read {} 12 again."
    words = ["chapter", "section"]

Sections misread_meaning and misread_nothing hold what is known to be read wrongly, with the right meaning ("any" leaves
it open) and why. The test fails where one of them is read rightly, so that it moves to the others.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from claimcheck.lexicon import typed
from claimcheck.lexicon.load import load_language
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Block, BlockKind, Document, Sentence, Source, View
from claimcheck.normalise import normalise
from claimcheck.scan import scan

FOLDER = Path(__file__).parent
NO_WORDS = {"drop"}  # words that are struck out: nothing of them is left to be read
Row = dict[str, str]
LANGUAGES = sorted(path.stem for path in (FOLDER / "words").glob("*.toml"))


def entries(lang: str, section: str) -> Iterator[tuple[Row, str]]:
    """Yield the entries of a section with each of their sentences."""
    for entry in tomllib.loads((FOLDER / "words" / f"{lang}.toml").read_text(encoding="utf-8")).get(section, []):
        for word in entry.pop("words", [""]):
            yield entry, entry["text"].replace("{}", word)


def figures(text: str, lang: str) -> list[tuple[int, int, Quantity]]:
    """Return where the figures of a text that is one sentence begin and end, and what they mean."""
    document = Document(Source(text=text, id="0", lang=lang, published="2025-11-03"), View(text), (Block(BlockKind.BODY, 0, len(text)),))
    sentences = (Sentence(0, len(text), BlockKind.BODY, lang, 0),)
    mentions = scan(document, sentences)
    quantities = normalise(document, sentences, mentions)
    return [(mention.start, mention.end, quantity) for mention, quantity in zip(mentions, quantities, strict=True)]


def misreading(row: Row, marked: str, lang: str) -> str:
    """Return what is read instead of the labelled meaning, or nothing where they are the same."""
    text = marked.replace("[", "").replace("]", "")
    found = figures(text, lang)
    said = [_labels(quantity) for _, _, quantity in found]
    if "kind" not in row:
        return f"{text!r}: {said}" if found else ""
    start, end = marked.index("["), marked.index("]") - 1
    over = [labels for (begin, stop, _), labels in zip(found, said, strict=True) if begin <= start and stop >= end]
    wanted = (row["kind"], row.get("unit", ""), row.get("hedge", "exact"), row.get("low"), row.get("high"))
    same = over and all(_agree(label, read) for label, read in zip(wanted, over[0], strict=True))
    return "" if same else f"{marked!r}: {said}"


def _labels(quantity: Quantity) -> tuple[str | None, ...]:
    low, high = (None if end is None else str(end) for end in (quantity.stated.low, quantity.stated.high))
    return quantity.kind, quantity.unit or "", quantity.hedge.value, low, high


def _agree(label: str | None, read: str | None) -> bool:
    if label in ("any", read) or label is None or read is None:
        return label in ("any", read)
    try:
        return abs(Decimal(label) - Decimal(read)) <= Decimal("1e-9") * abs(Decimal(read))
    except InvalidOperation:
        return False


def typed_words(lang: str) -> set[str]:
    """Return every word in the tables of a language's data file."""
    tables = tomllib.loads(typed.path_of(lang).read_text(encoding="utf-8"))
    return {word.lower() for name, table in tables.items() if name not in NO_WORDS for word in _words(table)}


def _words(table: object) -> Iterator[str]:
    if not isinstance(table, Mapping):
        return
    for words in table.values():
        if isinstance(words, Mapping):
            yield from _words(words)
        else:
            yield from words


def is_in(word: str, text: str, *, spaced: bool) -> bool:
    """Return whether a word stands in the text, in languages with spaces between others and no part of another."""
    start = text.find(word)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(word) : start + len(word) + 1]
        if not spaced or not ((before.isalpha() and word[0].isalpha()) or (after.isalpha() and word[-1].isalpha())):
            return True
        start = text.find(word, start + 1)
    return False


def listed_words(lang: str) -> set[str]:
    """Return the words that entries list for their sentences; endings are no words of their own in the text."""
    if lang not in LANGUAGES:
        return set()
    sections = tomllib.loads((FOLDER / "words" / f"{lang}.toml").read_text(encoding="utf-8"))
    return {word.lower() for rows in sections.values() for row in rows for word in row.get("words", [])}


def corpus_text(lang: str) -> str:
    """Return all sentences of a language in the corpus, in lower case."""
    path = FOLDER / "mentions" / f"{lang}.toml"
    sections = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    texts = [text for rows in sections.values() for row in rows for text in row["texts"]]
    if lang in LANGUAGES:
        for section in ("meaning", "nothing", "misread_meaning", "misread_nothing"):
            texts += [text for _, text in entries(lang, section)]
    return "\n".join(texts).replace("[", "").replace("]", "").lower()


@pytest.mark.parametrize("lang", typed.typed_languages())
def test_every_typed_word_is_in_the_corpus(lang: str) -> None:
    text, spaced = corpus_text(lang), load_language(lang).spaced
    missing = sorted(word for word in typed_words(lang) - listed_words(lang) if not is_in(word, text, spaced=spaced))
    assert not missing, f"{len(missing)} typed words of {lang} stand in no entry of the corpus: {missing[:20]}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_typed_words_mean_what_they_say(lang: str) -> None:
    rows = [*entries(lang, "meaning"), *entries(lang, "nothing")]
    wrong = [told for row, text in rows if (told := misreading(row, text, lang))]
    assert not wrong, f"{len(wrong)} of {len(rows)} sentences are read wrongly:\n" + "\n".join(wrong[:20])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_known_misreadings_are_still_misread(lang: str) -> None:
    rows = [*entries(lang, "misread_meaning"), *entries(lang, "misread_nothing")]
    right = [text for row, text in rows if not misreading(row, text, lang)]
    assert not right, f"read rightly now, so no known misreadings: {right}"
