"""At which of its figures a finding is shown, and what names it: the side under review, else the later one, else the path that sorts later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from claimcheck.judge.order import Days
from claimcheck.judge.values import fingerprint, value_of
from claimcheck.model.claim import Claim
from claimcheck.model.days import last_day
from claimcheck.model.verdict import Finding, Level

LEVEL_ORDER = tuple(Level)


def place_findings(
    findings: Iterable[Finding], claims: Mapping[str, Claim], days: Days, review: Collection[str] = ()
) -> dict[str, Finding]:
    """Return the findings by id, each at its side, gravest first.

    With `review`, the ids of the documents under review, only findings that touch one of them, each at each of them that
    differs from another document; what two of them alone disagree on is told once. Equal fingerprints get #2, #3.
    """
    placed: list[Finding] = []
    for finding in findings:
        placed += _at_review(finding, claims, days, review) if review else [_at_latest(finding, claims, days)]
    placed.sort(key=lambda finding: (LEVEL_ORDER.index(finding.level), finding.rule, *_place(claims[finding.primary]), finding.fingerprint))
    named: dict[str, Finding] = {}
    seen: dict[str, int] = {}
    for finding in placed:
        seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        number = seen[finding.fingerprint]
        mark = finding.fingerprint if number == 1 else f"{finding.fingerprint}#{number}"
        named[mark] = replace(finding, id=mark, fingerprint=mark)
    return named


def is_pair(finding: Finding) -> bool:
    """Return whether a finding sets two sides against each other; one on computed figures or a single one does not."""
    return bool(finding.related) and (finding.verdict is not None or len(finding.related) == 1)


def _at_latest(finding: Finding, claims: Mapping[str, Claim], days: Days) -> Finding:
    if not is_pair(finding):
        return finding
    sides = [claims[id_] for id_ in (finding.primary, *finding.related)]
    latest = _latest({claim.document for claim in sides}, days)
    primary = next(claim for claim in sides if claim.document == latest)
    return _shown_at(finding, primary, claims)


def _at_review(finding: Finding, claims: Mapping[str, Claim], days: Days, review: Collection[str]) -> Iterator[Finding]:
    sides = [claims[id_] for id_ in dict.fromkeys((finding.primary, *finding.related))]
    ours = [claim for claim in sides if claim.document in review]
    if not is_pair(finding):
        for claim in ours[:1]:
            yield replace(finding, primary=claim.id, related=tuple(other.id for other in sides if other is not claim))
        return
    for document in dict.fromkeys(claim.document for claim in ours):
        primary = next(claim for claim in ours if claim.document == document)
        others = {other.document for other in opposite(finding, primary, claims)} - {document}
        if others <= set(review) and others and _latest({document, *others}, days) != document:
            continue  # told at the later one
        yield _shown_at(finding, primary, claims, review)


def _shown_at(finding: Finding, primary: Claim, claims: Mapping[str, Claim], review: Collection[str] = ()) -> Finding:
    """Return the finding at `primary`: the other side first among the related, those not under review before the rest."""
    facing = sorted(opposite(finding, primary, claims), key=lambda claim: claim.document in review)
    order = dict.fromkeys(claim.id for claim in facing)
    rest = (id_ for id_ in (finding.primary, *finding.related) if id_ != primary.id and id_ not in order)
    mark = fingerprint(finding.rule, primary, facing[0])
    return replace(finding, primary=primary.id, related=(*order, *rest), fingerprint=mark, id=mark)


def opposite(finding: Finding, primary: Claim, claims: Mapping[str, Claim]) -> list[Claim]:
    """Return the claims that `primary` is set against, the surest first; never none."""
    first, second = claims[finding.primary], claims[finding.related[0]]
    sides = [claims[id_] for id_ in dict.fromkeys((finding.primary, *finding.related)) if id_ != primary.id]
    if value_of(first) != value_of(second):
        return [claim for claim in sides if value_of(claim) != value_of(primary)]
    return [second if primary is first else first]


def _latest(documents: Collection[str], days: Days) -> str:
    """Return the document of the later day, where all have one, else the one whose path sorts later."""
    known = {document: day for document in documents if (day := last_day(days.get(document)))}
    if len(known) < len(documents):
        return max(documents)
    return max(documents, key=lambda document: (known.get(document, date.min), document))


def _place(claim: Claim) -> tuple[str, int]:
    return claim.document, claim.span.start
