"""A rule file after reading, before it meets the others."""

from __future__ import annotations

from claimcheck.model.rule import Concept, Entity, Rule, RuleFile
from claimcheck.rulebook.locate import Keys
from claimcheck.rulebook.ruletext import RuleText
from claimcheck.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFile:
    """What one file says. `concept_keys` and `entity_keys` are the ways to the tables of `concepts` and `entities`."""

    file: RuleText
    head: RuleFile
    rule: Rule | None = None
    concepts: tuple[Concept, ...] = ()
    concept_keys: tuple[Keys, ...] = ()
    entities: tuple[Entity, ...] = ()
    entity_keys: tuple[Keys, ...] = ()
