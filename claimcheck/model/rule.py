"""Rules and vocabulary as loaded from rules/*.toml.

The set of kinds is closed (`RULE_KINDS`); the set of rules is open. The engine knows kinds, never a rule's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal

from claimcheck.model.verdict import Level
from claimcheck.values import dataclass

RULE_KINDS = ("vocabulary", "entities", "tolerance", "incommensurable", "deadline", "ratio", "sum", "bound", "fact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An example in a rule file: small documents, and what must or must not be said of them.

    `sources` pairs a language tag with a text. `expect` names the verdict kind or, for rules on derived figures,
    "finding"; `a` and `b` are texts of the two figures, or "" for any. `line` is where the case begins.
    """

    name: str
    flags: bool
    sources: tuple[tuple[str, str], ...]
    expect: str = ""
    a: str = ""
    b: str = ""
    line: int = 0
    published: tuple[str, ...] = ()  # the days of the sources, "" where none is given
    roles: tuple[str, ...] = ()  # the same of what the sources are


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A thing that can be counted, an attribute that a figure can be of, or what narrows one.

    `role` is "attribute" (deal value, death toll), "counted" (GPU, dead person), "qualifier" (monthly, fixed, total,
    planned), "scope" (in hospital, province), "measurer" (words that introduce who measured), "modality", "time" (what "last year"
    points at), "status" (main partner, approved: what is no figure) or "standing" (still, no longer, not).
    `kinds` are the kinds of quantity it fits, empty for any. `words` maps a language to its words; one ending in "*"
    matches any ending, one with "~" for a space also matches with words between. `is_a` are wider concepts; `contrast`
    those it must not be mixed with; `alike` those that are told of one thing though neither includes the other (jobs, and
    who has them; what one word of several meanings stands for), whatever they contrast with otherwise; `changes` tells that the figure moves with time; `falls` that it may fall;
    `part_of` names the concepts whose total it is a part of; `tenths` tells a scale usually given in tenths. `personal`
    tells a figure of one person or thing (an age, a prison term): two different ones are compared only where both name it.
    `stage` is the place of a qualifier in the order in which such values of one fact come (exit poll 1, partial count 2,
    result 3), 0 for none. `apart` tells that a figure so qualified is another fact than one that is not (what was asked for
    and what was granted). `unit` is what a bare number of it is in ("median age: 43" is in years), "" for none.
    """

    id: str
    role: str
    words: Mapping[str, tuple[str, ...]]
    kinds: tuple[str, ...] = ()
    is_a: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    changes: bool = False
    falls: bool = False
    tenths: bool = False
    personal: bool = False
    stage: int = 0
    apart: bool = False
    unit: str = ""
    label: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A party, place, measurer, medium, product or person, with the names it goes by in any language.

    `kind` is "party", "place", "measurer", "media", "product" or "person"; media say figures and are no parties to them. `names` are written as in print; case is ignored
    except for names of up to three letters. `part_of` is the id of what it belongs to (AWS of Amazon). `unless` are
    phrases in which its name means something else.
    """

    id: str
    kind: str
    names: tuple[str, ...]
    part_of: str = ""
    unless: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applies:
    """Which claims a rule is about; an empty field is any. Every given field must fit.

    Of `entities` one must be bound to the figure. Of `parties` each must be named with it, by its own id or that of what it
    is part of, both of which its entry holds; and the closest bound to the figure must be one of them. `roles` are those of
    sources; `since` and `until` bound the days that the figure is of.
    """

    kinds: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    parties: tuple[tuple[str, ...], ...] = ()
    languages: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def specificity(self) -> tuple[int, int, int]:
        """How many fields are given: on parties, each of which counts where all must be named; on attributes and counted nouns; others."""
        rest = (self.kinds, self.languages, self.dimensions, self.roles, self.since or self.until)
        return len(self.parties) + bool(self.entities), bool(self.attributes) + bool(self.counted), sum(1 for field_ in rest if field_)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of any kind but vocabulary and entities.

    `message` may hold fields in braces ({a} {b} {value} {low} {high}). `a` and `b` select the two sides of an
    incommensurable pair, a ratio (a / b) or the parts (a) and total (b) of a sum. `relative` and `absolute` are a
    tolerance's widths or how far ratios of two sources may differ; `low` and `high` bound a ratio, bound or fact, in
    `unit`; `source` says where a bound or accepted figure comes from, `dated` when. `days` is a deadline's slack. `hedges`
    are the softenings a tolerance is for: one of the two figures must carry one of them; empty is any, or none.
    `contrasting` asks of an incommensurable pair that the vocabulary contrasts what the two sides count.
    """

    id: str
    kind: str
    level: Level
    message: str
    why: str = ""
    help: str = ""
    applies: Applies = Applies()
    a: Applies = Applies()
    b: Applies = Applies()
    relative: Decimal | None = None
    absolute: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    source: str = ""
    dated: str = ""
    days: int = 0
    hedges: tuple[str, ...] = ()
    contrasting: bool = False
    replaces: tuple[str, ...] = ()
    path: str = ""
    line: int = 0
    bundled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """A rule file as a whole: its head and its cases; what it defines stands in the `Rulebook`."""

    id: str
    kind: str
    path: str
    message: str = ""
    why: str = ""
    help: str = ""
    level: Level = Level.INFO
    cases: tuple[Case, ...] = ()
    bundled: bool = True
    replaces: tuple[str, ...] = ()
    defines: tuple[str, ...] = ()  # ids of its concepts or entities


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """Everything that the rule files say; `digest` changes when any of it does."""

    concepts: Mapping[str, Concept] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    files: tuple[RuleFile, ...] = ()
    digest: str = ""

    def of_kind(self, kind: str) -> tuple[Rule, ...]:
        """Return the rules of one kind, in order of their ids."""
        return tuple(rule for rule in self.rules if rule.kind == kind)
