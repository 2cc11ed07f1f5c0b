"""Expectations of [[flag]] cases rewritten to what the check says, for a person to look at before keeping it."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.rulebook.cases import Outcome
from claimcheck.rulebook.locate import Keys, locate


def update_expectations(text: str, outcomes: Iterable[Outcome]) -> str:
    """Return a rule file's text in which every [[flag]] case that did not hold expects what was reported of its figures.

    A case of which nothing was reported stays as it is, and so does every [[ok]] case: what must not be reported is never loosened.
    """
    seen = {outcome.line: outcome.seen for outcome in outcomes if outcome.part == "flag" and not outcome.holds and outcome.seen}
    places = locate(text)
    edits: list[tuple[int, int, str]] = []
    for keys, place in places.items():
        line = text.count("\n", 0, place.key[0]) + 1
        if len(keys) != 2 or keys[0] != "flag" or line not in seen:
            continue
        expect: Keys = (*keys, "expect")
        if expect in places:
            edits.append((*places[expect].value, f'"{seen[line]}"'))
        else:
            edits.append((place.key[1], place.key[1], f'\nexpect = "{seen[line]}"'))
    for start, end, written in sorted(edits, reverse=True):
        text = text[:start] + written + text[end:]
    return text
