"""Documents made from marked-up text, so that binding is tested without the scanner.

"{12 ships|count}" is a figure of that kind; "{12| ships|count}" one whose noun is "ships"; "{12 ships|count|=0}" repeats the
figure 0 in another currency; "{May 2024|date|2024-05-01..2024-05-31}" is a date; "{6 GW|power|GW}" has that dimension.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from claimcheck.bind import bind
from claimcheck.bind.vocabulary import Vocabulary, compile_vocabulary
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Mention, NumberReading, Unit
from claimcheck.model.quantity import Quantity
from claimcheck.model.rule import Concept, Entity, Rulebook
from claimcheck.model.source import Block, BlockKind, Document, Sentence, Source, View

MARK = re.compile(r"\{(?P<number>[^|}]*)\|(?P<rest>[^}]*)\}")
SENTENCE = re.compile(r"[^.!?。]+(?:[.!?。](?!\s|$)[^.!?。]*)*[.!?。]?\s*")
READING = NumberReading(low=None, high=None, unit=Unit("count", "", "count", ""))


def claims_of(
    marked: str,
    lang: str = "en",
    vocabulary: Vocabulary | None = None,
    *,
    title: str = "",
    kind: BlockKind = BlockKind.BODY,
    below: str = "",
) -> tuple[Claim, ...]:
    """Return the claims of the marked-up text, read as one paragraph under `title`; `below` is another one without figures."""
    text, figures = unmark(marked, len(title) + 1 if title else 0)
    text = f"{title}\n{text}" if title else text
    blocks = [Block(BlockKind.TITLE, 0, len(title))] if title else []
    start = len(title) + 1 if title else 0
    blocks.append(Block(kind, start, len(text), (title,) if title else ()))
    number, stop = len(blocks) - 1, len(text)
    if below:
        blocks.append(Block(BlockKind.BODY, len(text) + 1, len(text) + 1 + len(below)))
        text = f"{text}\n{below}"
    document = Document(Source(text=text, id="d", lang=lang), View(text), tuple(blocks))
    headings = (title,) if title else ()
    sentences = [
        Sentence(start + found.start(), start + len(found.group().rstrip()) + found.start(), kind, lang, number, headings)
        for found in SENTENCE.finditer(text[start:stop])
    ]
    mentions = [_mention(figure, sentences, text) for figure in figures]
    quantities = [quantity for _, _, _, quantity, _ in figures]
    return bind(document, sentences, mentions, quantities, vocabulary or words())


def claims_of_lines(marked: str, lang: str = "en", vocabulary: Vocabulary | None = None) -> tuple[Claim, ...]:
    """Return the claims of the marked-up text, each line of which is a block and a sentence of its own, as in plain text."""
    text, figures = unmark(marked, 0)
    lines = [found.span() for found in re.finditer(r"[^\n]+", text)]
    blocks = tuple(Block(BlockKind.META, start, end) for start, end in lines)
    sentences = [Sentence(start, end, BlockKind.META, lang, number) for number, (start, end) in enumerate(lines)]
    document = Document(Source(text=text, id="d", lang=lang), View(text), blocks)
    mentions = [_mention(figure, sentences, text) for figure in figures]
    return bind(document, sentences, mentions, [quantity for _, _, _, quantity, _ in figures], vocabulary or words())


Figure = tuple[int, int, int, Quantity, int]  # start, end of the number, end of the noun, quantity, which one it converts


def unmark(marked: str, start: int) -> tuple[str, list[Figure]]:
    """Return the plain text and its figures, with offsets moved by `start`."""
    text, end, figures = "", 0, []
    for found in MARK.finditer(marked):
        text += marked[end : found.start()]
        fields = found["rest"].split("|")
        noun = fields.pop(0) if fields[0].startswith(" ") else ""
        kind, detail = fields[0], fields[1] if len(fields) > 1 else ""
        converts = int(detail[1:]) if detail.startswith("=") else -1
        place = start + len(text)
        text += found["number"] + noun
        figures.append((place, place + len(found["number"]), start + len(text), _quantity(kind, detail), converts))
        end = found.end()
    return text + marked[end:], figures


def _quantity(kind: str, detail: str) -> Quantity:
    if kind == "date":
        low, high = (date.fromisoformat(day) for day in detail.split(".."))
        days = Interval(low, high)
        return Quantity(kind=kind, dimension="date", unit="date", stated=days, interval=days, base_unit="date")
    one = Interval(Decimal(1), Decimal(1))
    dimension = detail if detail and not detail.startswith("=") else kind
    return Quantity(kind=kind, dimension=dimension, unit=detail if kind == "duration" else "", stated=one, interval=one, base_unit="")


def _mention(figure: Figure, sentences: list[Sentence], text: str) -> Mention:
    start, end, noun_end, _, converts = figure
    place = next(index for index, sentence in enumerate(sentences) if sentence.start <= start < sentence.end)
    return Mention(
        span=View(text).locate(start, end),
        start=start,
        end=end,
        sentence=place,
        surface=text[start:end],
        readings=(READING,),
        counted_from=end + 1 if noun_end > end else end,
        counted_to=noun_end,
        converts=converts,
    )


def concept(id_: str, role: str, words: Mapping[str, tuple[str, ...]], **more: tuple[str, ...]) -> Concept:
    """Return a concept."""
    return Concept(id=id_, role=role, words=words, **more)  # type: ignore[arg-type]


def words(*concepts: Concept, entities: tuple[Entity, ...] = ()) -> Vocabulary:
    """Return a vocabulary of these concepts and entities."""
    return compile_vocabulary(Rulebook(concepts={entry.id: entry for entry in concepts}, entities={entry.id: entry for entry in entities}))
