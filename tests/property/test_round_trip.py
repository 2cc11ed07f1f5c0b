"""What is read is written again by babel and read the same, and what stands before a figure moves its place and nothing else."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.lexicon.load import known_languages, load_language
from claimcheck.lexicon.symbols import CLDR_UNITS
from claimcheck.model.mention import Mention
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Block, BlockKind, Document, Sentence, Source, View
from claimcheck.normalise import normalise
from claimcheck.scan import scan

CORPUS = Path(__file__).parents[1] / "corpus" / "mentions"
UNITS = {name: cldr_id for cldr_id, name in reversed(tuple(CLDR_UNITS.items()))}
RAW = re.compile("[a-z]+-[a-z]+")  # a raw id that babel prints where the locale has no name
LARGE = 10_000  # smaller bare numbers may be years
ODD_GROUPS = frozenset({"ff-Adlm", "blo"})  # locales that group digits by a sign or by a length of their own, which are not read


def corpus() -> Iterator[tuple[str, str]]:
    for path in sorted(CORPUS.glob("*.toml")):
        if path.stem not in known_languages():
            continue
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("meaning", []):
            for text in entry["texts"]:
                yield path.stem, re.sub(r"[\[\]]", "", text)


TEXTS = st.sampled_from(list(corpus()))
UNRELATED = st.lists(st.text("bdfgklmnprtvaeiou", min_size=7, max_size=12), min_size=1, max_size=12).map(
    lambda words: " ".join(words) + ". "
)


def read(text: str, lang: str, opening: int = 0) -> tuple[tuple[Mention, ...], tuple[Quantity, ...]]:
    """Return the figures of a text whose first sentence ends at `opening`."""
    document = Document(Source(text=text, id="0", lang=lang), View(text), (Block(BlockKind.BODY, 0, len(text)),))
    pairs = [(start, end) for start, end in itertools.pairwise((0, opening, len(text))) if end > start]
    sentences = tuple(Sentence(start, end, BlockKind.BODY, lang, 0) for start, end in pairs)
    mentions = scan(document, sentences)
    return mentions, normalise(document, sentences, mentions)


def written(quantity: Quantity, lang: str) -> str:
    """Return the quantity as babel writes it, or "" where it is no single number with a name in CLDR."""
    value, locale = quantity.stated.low, lang.replace("-", "_")
    if not isinstance(value, Decimal) or value != quantity.stated.high:
        return ""
    if quantity.unit == "percent":
        return format_percent(value / 100, locale=locale, decimal_quantization=False)
    if quantity.kind == "money":
        return format_currency(value, quantity.unit, locale=locale, decimal_quantization=False)
    if quantity.unit in UNITS:
        text = format_unit(value, UNITS[quantity.unit], "long", locale=locale)
        return "" if RAW.search(text) else text
    return format_decimal(value, locale=locale, decimal_quantization=False) if not quantity.unit and value >= LARGE else ""


@given(TEXTS)
def test_what_is_read_is_read_again_from_what_babel_writes(case: tuple[str, str]) -> None:
    lang, text = case
    for quantity in read(text, lang)[1]:
        again = written(quantity, lang)
        if again:
            _, found = read(again, lang)
            assert len(found) == 1, again
            every = [(other.stated.low, other.unit) for other in (found[0], *found[0].others)]
            assert (quantity.stated.low, quantity.unit) in every, again
            assert found[0].stated.low == quantity.stated.low, again


@given(
    st.sampled_from([lang for lang in known_languages() if lang not in ODD_GROUPS]),
    st.decimals(1, 10**9, places=2),
    st.sampled_from(["USD", "EUR", "JPY"]),
)
def test_money_of_every_language_is_read_back(lang: str, value: Decimal, currency: str) -> None:
    try:
        text = format_currency(value, currency, locale=lang.replace("-", "_"), decimal_quantization=False)
    except (LookupError, ValueError):
        return  # babel has no such locale
    _, found = read(text, lang)
    assert (value, currency) in [(one.stated.low, one.unit) for quantity in found for one in (quantity, *quantity.others)], text


@given(TEXTS, UNRELATED)
def test_what_stands_before_a_figure_moves_its_place_and_nothing_else(case: tuple[str, str], before: str) -> None:
    lang, text = case
    if not load_language(lang).spaced:
        return  # syllables of the words before could be anything there
    assume(not read(before, lang)[0])  # "trillion" is a figure of its own in some languages
    alone, plain = read(text, lang)
    moved, shifted = read(before + text, lang, len(before))
    assert [(mention.span.start + len(before), mention.span.end + len(before)) for mention in alone] == [
        (mention.span.start, mention.span.end) for mention in moved
    ]
    assert [(mention.surface, mention.readings, mention.trace) for mention in alone] == [
        (mention.surface, mention.readings, mention.trace) for mention in moved
    ]
    assert plain == shifted
