"""Days and years that are no rivals: those of the articles themselves, as in datelines, and those of two parties."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.align.groups import Group
from claimcheck.align.names import shared
from claimcheck.model.claim import Claim

MONTHS = 300  # days
LEAD = 2  # sentences that open an article, its headline among them
# "ORLEV, July 17 (Tarn News) -", "Orlev (17 de julio). –", "Orlev, 17. Juli."
BEFORE = re.compile(r"[^\W\d_][\w .,'’/()-]{0,50}[,(]\s*(?:\w+\.?,?\s+)?$")
BEHIND = re.compile(r"\.?\)?\s*(?:\([^)]{2,40}\)|[/,]?\s*[A-ZА-ЯΑ-Ω]{2,12}\s*)?\s*\.?\s*(?:[-–—]|:)")


def are_no_rivals(a: Group, b: Group) -> bool:
    """Return whether two days or years that differ are each of something else: of the articles, or of parties of which neither text names the other's."""
    if not (a.quantity.kind == b.quantity.kind == "date") or a.quantity.stated == b.quantity.stated:
        return False
    return are_days_of_articles(a, b) or _are_years_of_two(a, b)


def _are_years_of_two(a: Group, b: Group) -> bool:
    if not (a.parties and b.parties and _is_year(a) and _is_year(b)):
        return False
    return not shared((*a.parties, *a.names), (*b.parties, *b.names))


def _is_year(group: Group) -> bool:
    low, high = group.quantity.stated.low, group.quantity.stated.high
    return isinstance(low, date) and isinstance(high, date) and (high - low).days > MONTHS


def are_days_of_articles(a: Group, b: Group) -> bool:
    """Return whether two days are no rivals: either is that of a dateline, or each is the day on which its own article appears."""
    return any(map(_is_of_dateline, (*a.claims, *b.claims))) or (_is_own(a) and _is_own(b))


def _is_own(group: Group) -> bool:
    """Return whether a day is that of the article itself."""
    day, said = group.quantity.stated.low, group.first.evidence.said
    if not isinstance(day, date) or day != group.quantity.stated.high or said is None or said.low is None or said.high is None:
        return False
    return said.low <= day <= said.high


def _is_of_dateline(claim: Claim) -> bool:
    """Return whether a day stands behind the place from which an article is sent, before its first words."""
    evidence = claim.evidence
    if evidence.place > LEAD:
        return False
    start, end = claim.span.start - evidence.sentence.start, claim.span.end - evidence.sentence.start
    return BEFORE.fullmatch(evidence.quote[:start]) is not None and BEHIND.match(evidence.quote[end:]) is not None
