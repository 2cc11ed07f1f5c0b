"""The figures of the sources by themselves: JSON Lines, or a table for people."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.report.jsonable import json_text
from claimcheck.report.places import Places, path_of, place_of
from claimcheck.report.quote import cell_width, one_line
from claimcheck.report.record import claim_record
from claimcheck.wording.figures import reading_in_words

WIDEST_TEXT = 30


def figure_lines(report: Report, places: Places) -> str:
    """Return one JSON object a line, in order of document and place."""
    rows = ({"id": id_, "path": path_of(claim, report), **claim_record(claim, places)} for id_, claim in report.claims.items())
    return "".join(json_text(row, indent=None) + "\n" for row in rows)


def figure_table(report: Report, places: Places, *, explain: bool = False) -> str:
    """Return place, figure as written, and what it means, in columns; with `explain`, below each how it was read."""
    claims = list(report.claims.values())
    places_of = {claim.id: place_of(claim, report, places) for claim in claims}
    place_width = max(map(cell_width, places_of.values()), default=0)
    text_width = max((min(cell_width(one_line(claim.text)), WIDEST_TEXT) for claim in claims), default=0)
    rows = []
    for claim in claims:
        place, text = _padded(places_of[claim.id], place_width), _padded(one_line(claim.text), text_width)
        rows.append(f"{place}  {text}  {' | '.join(_columns(claim))}")
        if explain:
            rows.extend(_explanation(claim))
    return "".join(f"{row}\n" for row in rows)


def _columns(claim: Claim) -> Iterator[str]:
    yield reading_in_words(claim)
    yield claim.quantity.kind
    if claim.attribute:
        yield claim.attribute
    if claim.entities:
        yield ", ".join(claim.entities)


def _explanation(claim: Claim) -> Iterator[str]:
    yield from (f"    - {step}" for step in claim.evidence.trace)
    if claim.quantity.why:
        yield f"    - {claim.quantity.why}"
    for cue in claim.evidence.cues:
        yield f"    - '{one_line(cue.surface)}' is {cue.role} {cue.id}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_width(text))
