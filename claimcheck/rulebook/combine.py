"""All rule files together: replaced files dropped, concepts and entities merged, every name looked up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import Final, TypeVar

from claimcheck.errors import Problem
from claimcheck.model.rule import Applies, Concept, Entity, Rule, Rulebook
from claimcheck.relation.measure import measure
from claimcheck.rulebook.keys import UNIT_SIGNS
from claimcheck.rulebook.locate import Keys
from claimcheck.rulebook.parsed import ParsedFile
from claimcheck.rulebook.ruletext import RuleText, nearest
from claimcheck.units import NAMES
from claimcheck.values import dataclass

BARE: Final = ("count", "number", "ratio")
Defined = TypeVar("Defined", Concept, Entity)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something is defined."""

    file: RuleText
    keys: Keys

    def note(self, message: str, *keys: str | int, hint: str = "") -> None:
        """Note a problem at `keys` of the definition."""
        self.file.note((*self.keys, *keys), message, hint=hint)

    def says(self, key: str) -> bool:
        """Return whether the definition has this key, right or wrong."""
        return (*self.keys, key) in self.file.places

    def __str__(self) -> str:
        """Return path:line, the way to it."""
        return f"{self.file.path}:{self.file.line((*self.keys, 'id'))}"


@dataclass(slots=True)
class Shelf:
    """Merged concepts and entities, with every place that defines one; `guesses` are ids of files that cannot be read."""

    concepts: dict[str, Concept] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    marks: dict[tuple[str, str], list[Mark]] = field(default_factory=dict)
    guesses: frozenset[str] = frozenset()


def combine(parsed: Sequence[ParsedFile], guesses: frozenset[str] = frozenset()) -> Rulebook:
    """Return the rulebook without its digest; what does not fit together is noted in the problems of the files."""
    kept = _drop_replaced(parsed, guesses)
    _refuse_duplicates(kept)
    shelf = Shelf(guesses=guesses)
    for one in kept:
        for concept, keys in zip(one.concepts, one.concept_keys, strict=True):
            _shelve(shelf.concepts, concept, Mark(one.file, keys), shelf.marks, _extend_concept)
        for entity, keys in zip(one.entities, one.entity_keys, strict=True):
            _shelve(shelf.entities, entity, Mark(one.file, keys), shelf.marks, _extend_entity)
    _check_definitions(shelf, kept)
    for one in kept:
        if one.rule is not None:
            _check_rule(one.file, one.rule, shelf)
    return Rulebook(
        concepts=_mirrored(shelf.concepts),
        entities=shelf.entities,
        rules=tuple(sorted((_with_wholes(one.rule, shelf.entities) for one in kept if one.rule is not None), key=lambda rule: rule.id)),
        files=tuple(one.head for one in kept),
    )


def without_dangling(book: Rulebook) -> tuple[Rulebook, tuple[Problem, ...]]:
    """Return the rulebook without the rules that name what no file defines, and a problem for each of those left out."""
    problems: dict[str, Problem] = {}
    for rule in book.rules:
        sides = (rule.applies, rule.a, rule.b)
        concepts = (name for side in sides for name in (*side.attributes, *side.counted) if name not in book.concepts)
        parties = (name for side in sides for name in (*side.entities, *(names[0] for names in side.parties)) if name not in book.entities)
        unknown = next(iter((*concepts, *parties)), "")
        if unknown:
            message = f"left out: it names '{unknown}', which a file that cannot be understood defines"
            problems[rule.id] = Problem(path=rule.path, message=message, line=rule.line)
    rules = tuple(rule for rule in book.rules if rule.id not in problems)
    files = tuple(file for file in book.files if file.id not in problems)
    return replace(book, rules=rules, files=files), tuple(problems.values())


def _drop_replaced(parsed: Sequence[ParsedFile], guesses: frozenset[str]) -> tuple[ParsedFile, ...]:
    """Return the files that no other file replaces."""
    replaced: set[int] = set()
    names = sorted({one.head.id for one in parsed})
    for one in parsed:
        for place, name in enumerate(one.head.replaces):
            others = [position for position, other in enumerate(parsed) if other.head.id == name and other is not one]
            replaced.update(others)
            if not others and name not in guesses:
                one.file.note(("replaces", place), f"'replaces' names the unknown rule '{name}'", hint=nearest(name, names))
    return tuple(one for position, one in enumerate(parsed) if position not in replaced)


def _refuse_duplicates(kept: Sequence[ParsedFile]) -> None:
    first: dict[str, ParsedFile] = {}
    for one in kept:
        other = first.setdefault(one.head.id, one)
        if other is not one and one.head.id:
            place = f"{other.file.path}:{other.file.line(('id',))}"
            hint = (
                "choose another id" if one.head.bundled or not other.head.bundled else f'add replaces = "{one.head.id}" to take its place'
            )
            one.file.note(("id",), f"id '{one.head.id}' is taken by {place}", hint=hint)


def _shelve(
    shelf: dict[str, Defined],
    new: Defined,
    mark: Mark,
    marks: dict[tuple[str, str], list[Mark]],
    extend: Callable[[Defined, Defined, Mark, Mark], Defined],
) -> None:
    """Put a definition on its shelf; a second one of the same id extends the first."""
    if not new.id:
        return
    known = marks.setdefault((type(new).__name__, new.id), [])
    known.append(mark)
    if new.id not in shelf:
        shelf[new.id] = new
    elif any(other.file is mark.file for other in known[:-1]):
        mark.note(f"id '{new.id}' is taken by {known[0]}", "id", hint="put both into one table")
    else:
        shelf[new.id] = extend(shelf[new.id], new, known[0], mark)


def _extend_concept(old: Concept, new: Concept, first: Mark, mark: Mark) -> Concept:
    _refuse_conflict("role", (old.role, new.role), first, mark)
    _refuse_conflict("label", (old.label, new.label), first, mark)
    _refuse_conflict("unit", (old.unit, new.unit), first, mark)
    _refuse_conflict("kinds", (", ".join(sorted(old.kinds)), ", ".join(sorted(new.kinds))), first, mark)
    langs = dict.fromkeys((*old.words, *new.words))
    return replace(
        old,
        role=old.role or new.role,
        label=old.label or new.label,
        kinds=old.kinds or new.kinds,
        words={lang: _union(old.words.get(lang, ()), new.words.get(lang, ())) for lang in langs},
        is_a=_union(old.is_a, new.is_a),
        contrast=_union(old.contrast, new.contrast),
        alike=_union(old.alike, new.alike),
        part_of=_union(old.part_of, new.part_of),
        changes=old.changes or new.changes,
        falls=old.falls or new.falls,
        tenths=old.tenths or new.tenths,
        personal=old.personal or new.personal,
        stage=old.stage or new.stage,
        apart=old.apart or new.apart,
        unit=old.unit or new.unit,
    )


def _extend_entity(old: Entity, new: Entity, first: Mark, mark: Mark) -> Entity:
    _refuse_conflict("kind", (old.kind, new.kind), first, mark)
    _refuse_conflict("part_of", (old.part_of, new.part_of), first, mark)
    return replace(
        old,
        kind=old.kind or new.kind,
        part_of=old.part_of or new.part_of,
        names=_union(old.names, new.names),
        unless=_union(old.unless, new.unless),
    )


def _refuse_conflict(key: str, values: tuple[str, str], first: Mark, mark: Mark) -> None:
    old, new = values
    if old and new and old != new:
        hint = f"leave '{key}' out: an entry with a known id adds to it"
        mark.note(f"'{key}' is '{new}' here and '{old}' at {first}", key, hint=hint)


def _union(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))


def _check_definitions(shelf: Shelf, kept: Sequence[ParsedFile]) -> None:
    for one in kept:
        for concept, keys in zip(one.concepts, one.concept_keys, strict=True):
            _check_concept(concept, Mark(one.file, keys), shelf)
        for entity, keys in zip(one.entities, one.entity_keys, strict=True):
            mark = Mark(one.file, keys)
            _look_up((entity.part_of,) if entity.part_of else (), shelf.entities, shelf, mark, "entity", "part_of")
            if entity.id in shelf.entities and not shelf.entities[entity.id].kind and not mark.says("kind"):
                mark.note("missing key 'kind'")
    _refuse_cycles(shelf, "is_a", "Concept", {concept.id: concept.is_a for concept in shelf.concepts.values()})
    _refuse_cycles(shelf, "part_of", "Concept", {concept.id: concept.part_of for concept in shelf.concepts.values()})
    wholes = {entity.id: (entity.part_of,) if entity.part_of else () for entity in shelf.entities.values()}
    _refuse_cycles(shelf, "part_of", "Entity", wholes)


def _check_concept(concept: Concept, mark: Mark, shelf: Shelf) -> None:
    for key, names in (("is_a", concept.is_a), ("contrast", concept.contrast), ("alike", concept.alike), ("part_of", concept.part_of)):
        _look_up(names, shelf.concepts, shelf, mark, "concept", key)
    if concept.id in shelf.concepts and not shelf.concepts[concept.id].role and not mark.says("role"):
        mark.note("missing key 'role'")
    for place, name in enumerate(concept.contrast):
        if name == concept.id:
            mark.note(f"'{name}' contrasts with itself", "contrast", place)
        elif name in concept.is_a:
            mark.note(f"'{name}' stands in contrast and in is_a", "contrast", place, hint="what includes a thing cannot exclude it")


Name = Concept | Entity


def _look_up(names: Iterable[str], known: Mapping[str, Name], shelf: Shelf, mark: Mark, noun: str, *keys: str) -> None:
    """Note every name that nothing defines; a name in a file that cannot be read gets the benefit of the doubt."""
    for place, name in enumerate(names):
        if name not in known and name not in shelf.guesses:
            mark.note(f"unknown {noun} '{name}'", *keys, place, hint=_nearest_defined(name, known, noun))


def _nearest_defined(name: str, known: Collection[str], noun: str) -> str:
    kind, table = ("vocabulary", "[[concept]]") if noun == "concept" else ("entities", "[[entity]]")
    close = nearest(name, known)
    return close if close.startswith("did you") else f"define it as a {table} in a file of kind '{kind}'"


def _check_rule(file: RuleText, rule: Rule, shelf: Shelf) -> None:
    mark = Mark(file, ())
    sides: Final[tuple[tuple[str, Applies], ...]] = (("applies", rule.applies), ("a", rule.a), ("b", rule.b))
    for side, applies in sides:
        _look_up(applies.attributes, shelf.concepts, shelf, mark, "concept", side, "attributes")
        _look_up(applies.counted, shelf.concepts, shelf, mark, "concept", side, "counted")
        _look_up(applies.entities, shelf.entities, shelf, mark, "entity", side, "entities")
        _look_up((names[0] for names in applies.parties), shelf.entities, shelf, mark, "entity", side, "parties")
    _check_unit(mark, rule, shelf)


def _check_unit(mark: Mark, rule: Rule, shelf: Shelf) -> None:
    """Note a unit that nothing is measured in; one side of a ratio may be what is counted."""
    parts = rule.unit.split(" / ") if rule.kind == "ratio" else [rule.unit]
    for part in parts if rule.unit else ():
        is_counted = rule.kind == "ratio" and (part in shelf.concepts or part in shelf.guesses)
        if measure(part) is None and not is_counted:
            mark.note(f"'{part}' is no unit", "unit", hint=_nearest_unit(part))
    kinds = set(rule.applies.kinds)
    if rule.kind in ("bound", "fact") and not rule.unit and kinds and kinds.isdisjoint(BARE):
        mark.note(
            f"missing key 'unit': {' and '.join(sorted(kinds))} is measured in one", hint='write unit = "USD", "percent", "gigawatt" …'
        )


def _nearest_unit(name: str) -> str:
    known = UNIT_SIGNS.get(name.lower().replace(" ", ""))
    if known:
        return f'write unit = "{known}"'
    close = nearest(name, NAMES)
    return close if close.startswith("did you") else 'write it like "USD", "percent", "gigawatt" or "kilometer / hour"'


def _with_wholes(rule: Rule, entities: Mapping[str, Entity]) -> Rule:
    """Return the rule with each of its parties followed by what it is part of: who says Amazon may mean AWS."""
    if not (rule.applies.parties or rule.a.parties or rule.b.parties):
        return rule
    applies, a, b = (
        replace(side, parties=tuple(_wholes(names[0], entities) for names in side.parties)) for side in (rule.applies, rule.a, rule.b)
    )
    return replace(rule, applies=applies, a=a, b=b)


def _wholes(name: str, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    chain = [name]
    while (entity := entities.get(chain[-1])) and entity.part_of and entity.part_of not in chain:
        chain.append(entity.part_of)
    return tuple(chain)


def _refuse_cycles(shelf: Shelf, key: str, noun: str, wider: Mapping[str, tuple[str, ...]]) -> None:
    """Note each circle of `key` once, at the member that comes first in the files."""
    done: set[str] = set()
    for start in wider:
        circle = _circle_from(start, wider)
        if circle and done.isdisjoint(circle):
            mark = next(mark for mark in shelf.marks[noun, start] if (*mark.keys, key) in mark.file.places)
            mark.note(f"'{key}' goes in a circle: {' > '.join((*circle, start))}", key)
        done.update(circle)


def _circle_from(start: str, wider: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the shortest way that leads from `start` back to it, or ()."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for name in wider.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def _mirrored(concepts: Mapping[str, Concept]) -> dict[str, Concept]:
    """Return the concepts with every contrast on both sides."""
    contrasts = {name: dict.fromkeys(concept.contrast) for name, concept in concepts.items()}
    for name, concept in concepts.items():
        for other in concept.contrast:
            contrasts.get(other, {})[name] = None
    return {name: replace(concept, contrast=tuple(contrasts[name])) for name, concept in concepts.items()}
