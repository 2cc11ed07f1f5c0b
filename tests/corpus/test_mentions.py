"""One meaning, many spellings; and what must not be read.

A file `mentions/<lang>.toml` holds two kinds of entries:

    [[meaning]]
    kind = "money"                 # kind of the quantity, and below what it must be
    unit = "USD"                   # "" for counts and bare numbers
    low = "38000000000"            # the stated ends; left out where open
    high = "38000000000"
    hedge = "exact"                # left out for exact
    texts = ["The deal is worth [$38 billion].", …]    # brackets mark where the figure is written

    [[nothing]]
    why = "names that end in a number"
    texts = ["They moved to the Orion 7.", …]          # no figure at all may be read here

Brackets are taken out before reading. The mention found must lie over the marked stretch (it may also cover its hedge or
noun), and other figures of the sentence are not looked at.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Block, BlockKind, Document, Sentence, Source, View
from claimcheck.normalise import normalise
from claimcheck.scan import scan

FOLDER = Path(__file__).parent / "mentions"
Row = dict[str, str]


def read(text: str, lang: str) -> tuple[tuple[Mention, ...], tuple[Quantity, ...]]:
    """Return mentions and quantities of a text that is one sentence."""
    document = Document(Source(text=text, id="0", lang=lang), View(text), (Block(BlockKind.BODY, 0, len(text)),))
    sentences = (Sentence(0, len(text), BlockKind.BODY, lang, 0),)
    mentions = scan(document, sentences)
    return mentions, normalise(document, sentences, mentions)


def entries(section: str) -> Iterator[tuple[str, Row, str]]:
    for path in sorted(FOLDER.glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get(section, []):
            for text in entry.pop("texts"):
                yield path.stem, entry, text


def label(case: object) -> str:
    return case if isinstance(case, str) else ""


def end_of(row: Row, key: str) -> Decimal | None:
    return Decimal(row[key]) if key in row else None


@pytest.mark.parametrize(("lang", "row", "marked"), list(entries("meaning")), ids=label)
def test_meaning(lang: str, row: Row, marked: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    mentions, quantities = read(text, lang)
    over = [place for place, mention in enumerate(mentions) if mention.start <= start and mention.end >= end]
    assert over, [(mention.surface, mention.start, mention.end) for mention in mentions]
    quantity = quantities[over[0]]
    said = (quantity.kind, quantity.unit, quantity.hedge.value, quantity.stated.low, quantity.stated.high)
    assert said == (row["kind"], row.get("unit", ""), row.get("hedge", "exact"), end_of(row, "low"), end_of(row, "high"))


@pytest.mark.parametrize(("lang", "row", "text"), list(entries("nothing")), ids=label)
def test_nothing(lang: str, row: Row, text: str) -> None:
    mentions, _ = read(text, lang)
    assert not mentions, (row["why"], [mention.surface for mention in mentions])
