"""Statements that oppose each other, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.judge.values import fingerprint
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.rule import Rulebook
from claimcheck.model.verdict import Finding, Level

HELP = "Check which of the two holds, or say since when, or until when, it does."


def find_statuses(oppositions: Iterable[tuple[Claim, Claim]], rulebook: Rulebook) -> Iterator[Finding]:
    """Yield a finding for each two statements that cannot both be right, shown at the document that sorts later."""
    for pair in oppositions:
        other, primary = sorted(pair, key=lambda claim: (claim.document, claim.span.start))
        rule = rulebook.concepts[primary.attribute or ""].rule
        mark = fingerprint(rule, primary, other)
        yield Finding(
            id=mark,
            rule=rule,
            level=Level.WARNING,
            message=f"{_said(primary, rulebook)}, {_said(other, rulebook)}: of the same parties both cannot be right",
            primary=primary.id,
            related=(other.id,),
            help=HELP,
            fingerprint=mark,
        )


def _said(statement: Claim, rulebook: Rulebook) -> str:
    """Return a statement in words: "primary partnership" (main partner, still)."""
    concept = rulebook.concepts.get(statement.attribute or "")
    marks = [rulebook.concepts[id_].label for id_ in statement.qualifiers if id_ in rulebook.concepts]
    if statement.modality is Modality.DENIED:
        marks.insert(0, "not")
    label = concept.label if concept else statement.attribute or ""
    return f"“{' '.join(statement.text.split())}” ({', '.join((label, *marks))})"
