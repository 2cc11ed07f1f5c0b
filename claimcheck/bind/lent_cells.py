"""Units that the heads of a table's rows and columns lend to the bare numbers of its cells."""

from __future__ import annotations

from claimcheck.bind.head_units import unit_of_head
from claimcheck.bind.lent import Home, Loan, is_counting, is_of_counts, is_plausible, is_year
from claimcheck.bind.scene import Heading, Scene
from claimcheck.model.mention import Unit
from claimcheck.model.source import BlockKind
from claimcheck.units import PERCENT, unit_of

HEADS = 2  # headings of a table cell that are its own: its column's and its row's


def of_cell(scene: Scene, number: int, home: Home) -> Loan | None:
    """Return the unit that the heads of a table cell give, the row's before the column's; a caption's only where these name none."""
    if scene.sentence.kind is not BlockKind.CELL or is_counting(scene, number) or is_year(scene, number):
        return None
    own = scene.headings[-HEADS:]
    for heading in reversed(scene.headings[-HEADS - 1 :]):
        given = unit_of_head(heading.line.text, scene.line.lang)
        if given is None or (given.is_letter and not _fits_kind(scene, heading, given.unit)):
            continue
        if given.is_all and heading is own[-1] and given.scale == 1 and given.unit is not PERCENT:
            continue  # a row "Dollar" is of its rate
        if heading not in own and any(_contradicts(scene, other, given.unit) for other in own):
            continue
        unit = given.unit or (home.currency if any(_is_money(scene, other) for other in (heading, *own)) else None)
        if unit is not None:
            return Loan(unit, f"unit of the head {heading.line.text!r}", given.scale, given.per)
    return None if any(counts(scene, heading) for heading in own) else _of_attribute(scene, number, own)


def _of_attribute(scene: Scene, number: int, own: tuple[Heading, ...]) -> Loan | None:
    """Return the unit that what the heads of a cell name always has: percent of a turnout, years of an age."""
    for heading in reversed(own):
        for hit in heading.concepts:
            concept = scene.vocabulary.concepts[hit.id]
            unit = concept.unit or ("percent" if concept.kinds == ("percent",) else "")
            if unit and hit.role == "attribute" and is_plausible(scene, number, unit):
                return Loan(unit_of(unit), f"{unit}, as it is under {heading.line.text!r}")
    return None


def _fits_kind(scene: Scene, heading: Heading, unit: Unit | None) -> bool:
    return unit is not None and any(unit.kind in scene.vocabulary.concepts[hit.id].kinds for hit in heading.concepts)


def _is_money(scene: Scene, heading: Heading) -> bool:
    return any(scene.vocabulary.concepts[hit.id].kinds == ("money",) for hit in heading.concepts if hit.role == "attribute")


def _contradicts(scene: Scene, heading: Heading, unit: Unit | None) -> bool:
    """Return whether a head names what is never in the unit of the caption: people under "in million euros"."""
    kind = unit.kind if unit is not None else ""
    kinds = [scene.vocabulary.concepts[hit.id].kinds for hit in heading.concepts if hit.role == "attribute"]
    return counts(scene, heading) or any(own and kind not in own for own in kinds)


def counts(scene: Scene, heading: Heading) -> bool:
    """Return whether a head names what is counted."""
    return any(is_of_counts(scene, hit) for hit in heading.concepts)
