"""Edits that put the corpus's figure in the place of one that contradicts it, in the article's own language and style.

Each is read back before it is offered: the sentence with the new words must say the corpus's value and nothing else that is
new. Where that is not so there is no edit, with the reason. All of them are for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from html import unescape
from typing import Final

from claimcheck import units
from claimcheck.diff.figures import COUNTS, has_same_value, rounds_to
from claimcheck.diff.outcomes import Diff, Edit, FindingChange
from claimcheck.diff.passages import passages_of
from claimcheck.diff.version import Figure, Version
from claimcheck.lexicon.writing import write_figure
from claimcheck.lexicon.writing_days import write_days
from claimcheck.model.claim import Claim
from claimcheck.values import dataclass

Read = Callable[[str, str], Sequence[Claim]]

_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_MARKED_UP: Final = (".html", ".htm", ".md", ".markdown")
_PLAIN: Final = {"exact", "about"}


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """Why no edit is offered."""

    reason: str


def offer_edits(diff: Diff, read: Read) -> Diff:
    """Return the diff with an edit, or the reason for none, at each contradiction of the new version with the corpus.

    `read` returns the claims of a text in a language.
    """
    if not diff.new.corpus:
        return diff
    desk = _Desk(diff.new, read)
    findings = tuple(_with_edits(change, desk) if _is_asked(change) else change for change in diff.findings)
    return replace(diff, findings=findings)


def _is_asked(change: FindingChange) -> bool:
    return change.now is not None and change.now.verdict == "contradiction"


class _Desk:
    """The new version, where each claim stands in its sentence, and what the corpus says against it."""

    __slots__ = ("_starts", "against", "read", "version")

    def __init__(self, version: Version, read: Read) -> None:
        self.version = version
        self.read = lru_cache(maxsize=None)(read)
        self.against: dict[str, list[Figure]] = {}
        self._starts: dict[str, Mapping[str, int]] = {}
        for remark in version.findings.values():
            if remark.verdict == "contradiction" and remark.primary in version.figures:
                self.against.setdefault(remark.primary, []).extend(_corpus_side(remark.primary, remark.related, version))

    def start_of(self, figure: Figure) -> int:
        """Return where a claim begins within its sentence."""
        if figure.document not in self._starts:
            passages = passages_of(self.version.claims_of(figure.document))
            self._starts[figure.document] = {
                one.id: start for passage in passages for one, start in zip(passage.figures, passage.starts, strict=True)
            }
        return self._starts[figure.document][figure.id]

    def seen(self, text: str, figure: Figure) -> str:
        """Return a stretch of a claim's document as a reader sees it, where it has tags and entities."""
        path = self.version.path(figure.document).lower()
        return unescape(_TAG.sub("", text)) if path.endswith(_MARKED_UP) else text


def _corpus_side(primary: str, related: Sequence[str], version: Version) -> Iterator[Figure]:
    ours = version.figures[primary]
    for id_ in related:
        other = version.figures.get(id_)
        if other is not None and other.document in version.corpus and not has_same_value(ours, other):
            yield other


def _with_edits(change: FindingChange, desk: _Desk) -> FindingChange:
    remark = change.now
    if remark is None or remark.primary not in desk.version.figures:
        return replace(change, no_edit="no figure")
    ours = desk.version.figures[remark.primary]
    target = _target(ours, desk)
    if isinstance(target, Refusal):
        return replace(change, no_edit=target.reason)
    alike = [desk.version.figures[id_] for id_ in remark.related if id_ in desk.version.figures]
    places = [ours, *(other for other in alike if other.document == ours.document and has_same_value(ours, other))]
    made = [_edit(figure, target, desk) for figure in places]
    refused = [one.reason for one in made if isinstance(one, Refusal)]
    return replace(change, edits=tuple(one for one in made if isinstance(one, Edit)), no_edit=refused[0] if refused else "")


def _target(ours: Figure, desk: _Desk) -> Figure | Refusal:
    """Return the corpus's figure that could stand in the place of ours."""
    others = sorted(desk.against.get(ours.id, ()), key=lambda other: (other.document, other.offset))
    if not others:
        return Refusal("the other side is no figure of the corpus")
    first = min(others, key=lambda other: (other.hedge != "exact", _width(other)))
    if not all(has_same_value(first, other) or rounds_to(first, other) for other in others):
        said = ", ".join(dict.fromkeys(f'"{other.text}"' for other in others))
        return Refusal(f"the corpus gives several values: {said}")
    if first.hedge not in _PLAIN or ours.hedge not in _PLAIN:
        return Refusal("a bound, a range or a vague figure is not for a program to rewrite")
    if first.hedge == "about" and ours.hedge == "exact":
        return Refusal("the corpus says it is only about so much")
    return first


def _width(figure: Figure) -> Decimal:
    """Return how much a figure leaves open: of "50.96 %" and "51 %" the first leaves less."""
    low, high = figure.meant
    return high - low if isinstance(low, Decimal) and isinstance(high, Decimal) else Decimal("Infinity")


def _edit(ours: Figure, target: Figure, desk: _Desk) -> Edit | Refusal:
    if ours.converts or any(other.converts == ours.id for other in desk.version.figures.values()):
        return Refusal("the sentence gives the same amount in another unit or currency, which would have to change with it")
    candidates = [text for text in _candidates(ours, target) if text and text != ours.text]
    if not candidates:
        return Refusal("how the text would write this figure is not known")
    text = next((text for text in candidates if _reads_back(ours, target, text, desk)), "")
    if not text:
        return Refusal(f'"{candidates[0]}" would not surely be read as what the corpus says')
    span = ours.record["span"]
    where = f"{desk.version.path(target.document)}:{target.line}:{target.column}"
    return Edit(
        title=f'Write what {where} says ("{target.text}")',
        document=ours.document,
        start=_lsp(span, "start"),
        end=_lsp(span, "end"),
        old_text=ours.text,
        new_text=text,
    )


def _candidates(ours: Figure, target: Figure) -> Iterator[str]:
    """Yield how the corpus's figure may be written, the nearest to the article's own words first."""
    if ours.kind == "date" and target.kind == "date":
        told, wanted = _days(ours), _days(target)
        if told and wanted:
            yield write_days(ours.text, told, wanted, ours.lang)
        return
    was, value = ours.stated[0], target.stated[0]
    if not isinstance(was, Decimal) or not isinstance(value, Decimal) or was != ours.stated[1] or value != target.stated[1]:
        return
    if ours.dimension == target.dimension or {ours.kind, target.kind} <= COUNTS:
        converted = _converted(value, target.unit, ours.unit)
        if converted is not None:
            yield write_figure(converted, ours.unit, ours.lang, like=ours.text, was=was)
    if ours.unit != target.unit:
        yield write_figure(value, target.unit, ours.lang, like=ours.text)


def _converted(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    if unit == wanted:
        return value
    if unit not in units.NAMES or wanted not in units.NAMES:
        return None
    one, other = units.unit_of(unit), units.unit_of(wanted)
    return (value * one.factor + one.offset - other.offset) / other.factor


def _reads_back(ours: Figure, target: Figure, text: str, desk: _Desk) -> bool:
    """Return whether the sentence, with `text` for our figure, says the corpus's value and all else that it said."""
    start = desk.start_of(ours)
    end = start + len(ours.text)
    if start < 0 or ours.sentence[start:end] != ours.text:
        return False
    head, said, tail, text = (desk.seen(part, ours) for part in (ours.sentence[:start], ours.text, ours.sentence[end:], text))
    before, after = desk.read(head + said + tail, ours.lang), desk.read(head + text + tail, ours.lang)
    was = next((claim for claim in before if (claim.span.start, claim.span.end) == (len(head), len(head + said))), None)
    now = next((claim for claim in after if claim.span.start <= len(head) and claim.span.end >= len(head + text)), None)
    if was is None or now is None or len(before) != len(after):
        return False
    is_ours = (was.quantity.stated.low, was.quantity.stated.high) == (_days(ours) or ours.stated)
    return is_ours and _says(now, was, ours, target)


def _days(figure: Figure) -> tuple[date, date] | None:
    """Return the first and last day that a figure states; None for open ends, days without a year, clock times, numbers."""
    low, high = figure.stated
    if figure.kind != "date" or not isinstance(low, str) or not isinstance(high, str):
        return None
    try:
        return date.fromisoformat(low), date.fromisoformat(high)
    except ValueError:
        return None


def _says(now: Claim, was: Claim, ours: Figure, target: Figure) -> bool:
    """Return whether a figure read back says what the corpus says, as surely as ours did what ours said."""
    quantity = now.quantity
    if quantity.hedge is not was.quantity.hedge:
        return False
    if target.kind == "date":
        return (quantity.stated.low, quantity.stated.high) == _days(target)
    stated = quantity.stated.low
    if not isinstance(stated, Decimal) or stated != quantity.stated.high:
        return False
    is_one = ours.dimension == target.dimension or {ours.kind, target.kind} <= COUNTS
    if is_one and was.quantity.unit != ours.unit:
        return quantity.unit == was.quantity.unit and stated == target.stated[0]  # the currency is told elsewhere
    if quantity.dimension != (was.quantity.dimension if is_one else target.dimension):
        return False
    return _converted(stated, quantity.unit, target.unit) == target.stated[0]


def _lsp(span: object, end: str) -> tuple[int, int]:
    """Return the line and character of an end of a span as LSP counts them."""
    place = span.get(end) if isinstance(span, dict) else None
    if not isinstance(place, dict):
        return 0, 0
    line, character = place.get("line"), place.get("character")
    return (line - 1, character) if isinstance(line, int) and isinstance(character, int) else (0, 0)
