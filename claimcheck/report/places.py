"""Where claims stand, as people and editors write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.span import Position

Places = Mapping[str, Callable[[int], Position]]


def place_of(claim: Claim, report: Report, places: Places) -> str:
    """Return file:line:column of a claim, as editors and terminals open it."""
    position = places[claim.document](claim.span.start)
    return f"{path_of(claim, report)}:{position.line}:{position.column}"


def path_of(claim: Claim, report: Report) -> str:
    """Return the path of a claim's source, or its id where it is no file."""
    return report.sources[claim.document].path or claim.document
