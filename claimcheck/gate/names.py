"""What rules are called in select, ignore, levels and suppressions: by id, topic, last part of the id, or verdict."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.rule import RuleFile
from claimcheck.model.verdict import Finding, VerdictKind
from claimcheck.wording.rungs import RUNGS
from claimcheck.wording.suppressions import MEANINGS

EVERY = "all"
UNUSED, UNKNOWN, MALFORMED, NO_REASON = (
    "suppression/unused",
    "suppression/unknown-rule",
    "suppression/malformed",
    "suppression/no-reason",
)


def known_names(files: Iterable[RuleFile]) -> frozenset[str]:
    """Return every name that means a rule, in lower case."""
    ids = {file.id for file in files} | {name for file in files for name in file.replaces}
    ids |= {f"core/{rung}" for rung in RUNGS} | set(MEANINGS)
    names = ids | {id_.partition("/")[0] for id_ in ids} | {id_.rpartition("/")[2] for id_ in ids}
    return frozenset(name.casefold() for name in names) | {kind.value for kind in VerdictKind} | {EVERY}


def names_of(finding: Finding) -> tuple[str, ...]:
    """Return the names a finding's rule goes by, the most specific first."""
    return (*names_of_rule(finding.rule), *([finding.verdict.value] if finding.verdict else []), EVERY)


def names_of_rule(rule: str) -> tuple[str, ...]:
    """Return the names of a rule: its id, the last part, the topic.

    >>> names_of_rule("core/disjoint")
    ('core/disjoint', 'disjoint', 'core')
    """
    id_ = rule.casefold()
    return tuple(dict.fromkeys((id_, id_.rpartition("/")[2], id_.partition("/")[0])))
