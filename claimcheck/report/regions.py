"""A claim's place as other tools want it: file, lines, and columns in their own units."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.span import Position, Span
from claimcheck.report.places import Places
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where a claim stands; columns from 1, the end exclusive."""

    path: str
    start: Position
    end: Position
    start_byte_column: int
    end_byte_column: int

    @property
    def uri(self) -> str:
        """The path as a URI reference: relative where the path is."""
        uri = quote(self.path)
        return f"file://{uri}" if PurePosixPath(self.path).is_absolute() else uri

    @property
    def is_one_line(self) -> bool:
        """True where it begins and ends on one line."""
        return self.start.line == self.end.line


def region_of(claim: Claim, report: Report, places: Places) -> Region:
    """Return where `claim` stands."""
    return region_at(claim.document, claim.span, report, places)


def region_at(document: str, span: Span, report: Report, places: Places) -> Region:
    """Return where a stretch of a source stands."""
    place = places[document]
    start, end = place(span.start), place(span.end)
    return Region(
        path=(report.sources[document].path or document).removeprefix("./"),
        start=start,
        end=end,
        start_byte_column=start.byte - place(start.offset - start.column + 1).byte + 1,
        end_byte_column=end.byte - place(end.offset - end.column + 1).byte + 1,
    )


def said_of(claim: Claim, report: Report, places: Places) -> str:
    """Return a claim for a line of text: place and figure as written."""
    region = region_of(claim, report, places)
    return f"{region.path}:{region.start.line}:{region.start.column} ‘{' '.join(claim.text.split())}’"
