"""One rule, concept or entity as a page of text, made from its file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from claimcheck.errors import Problem, UnknownName
from claimcheck.model.rule import Applies, Case, Concept, Entity, Rule, Rulebook, RuleFile
from claimcheck.rulebook.ruletext import nearest
from claimcheck.wording.figures import number_in_words, unit_in_words

WIDTH = 100
LABEL = 12


def explain_rule(rulebook: Rulebook, name: str) -> str:
    """Return the page of a rule file, a concept or an entity.

    Errors: UnknownName where nothing has this id, with the nearest one that exists.
    """
    for file in rulebook.files:
        if file.id == name:
            return _page(_explain_file(file, rulebook))
    if name in rulebook.concepts:
        return _page(_explain_concept(rulebook.concepts[name], rulebook))
    if name in rulebook.entities:
        return _page(_explain_entity(rulebook.entities[name], rulebook))
    known = [*(file.id for file in rulebook.files), *rulebook.concepts, *rulebook.entities]
    raise UnknownName(Problem(path=name, message="no rule, concept or entity has this id", hint=nearest(name, known)))


def _explain_file(file: RuleFile, rulebook: Rulebook) -> Iterable[str]:
    yield f"{file.id}  ({file.kind}, {file.level}, {'bundled' if file.bundled else 'your own'})"
    yield from ("", *textwrap.wrap(file.why, WIDTH), "")
    yield from _row("file", file.path)
    yield from _row("replaces", ", ".join(file.replaces))
    yield from _row("says", file.message)
    yield from _row("help", file.help)
    for rule in rulebook.rules:
        if rule.id == file.id:
            yield from _explain_limits(rule)
    yield from _row("defines", ", ".join(file.defines))
    yield from _explain_cases("reported", [case for case in file.cases if case.flags])
    yield from _explain_cases("not reported", [case for case in file.cases if not case.flags])


def _explain_limits(rule: Rule) -> Iterable[str]:
    yield from _row("applies to", _say_applies(rule.applies))
    yield from _row("a", _say_applies(rule.a))
    yield from _row("b", _say_applies(rule.b))
    for label, number, unit in (
        ("relative", rule.relative, ""),
        ("absolute", rule.absolute, rule.unit),
        *((("value", rule.low, rule.unit),) if rule.low == rule.high else (("low", rule.low, rule.unit), ("high", rule.high, rule.unit))),
    ):
        yield from _row(label, "" if number is None else f"{number_in_words(number)} {unit_in_words(unit)}".strip())
    yield from _row("slack", f"{rule.days} days" if rule.days else "")
    yield from _row("source", f"{rule.source}, {rule.dated}".strip(", "))


def _say_applies(applies: Applies) -> str:
    fields = (
        ("kinds", applies.kinds),
        ("attributes", applies.attributes),
        ("counted", applies.counted),
        ("entities", applies.entities),
        ("languages", applies.languages),
        ("dimensions", applies.dimensions),
        ("sources of role", applies.roles),
    )
    said = [f"{label} {' or '.join(names)}" for label, names in fields if names]
    said += [f"between {' and '.join(names[0] for names in applies.parties)}"] if applies.parties else []
    said += [f"{word} {day}" for word, day in (("since", applies.since), ("until", applies.until)) if day]
    return "; ".join(said)


def _explain_cases(title: str, cases: Sequence[Case]) -> Iterable[str]:
    if cases:
        yield ""
        yield title
    for case in cases:
        expected = f": {case.expect}" if case.expect else ""
        figures = " and ".join(f"“{figure}”" for figure in (case.a, case.b) if figure)
        yield f"  {case.name}{expected}{' of ' + figures if figures else ''}"
        for lang, text in case.sources:
            yield from textwrap.wrap(text, WIDTH, initial_indent=f"    {lang}  ", subsequent_indent=" " * (6 + len(lang)))


def _explain_concept(concept: Concept, rulebook: Rulebook) -> Iterable[str]:
    yield f"{concept.id}  ({concept.role}, defined in {concept.rule})"
    yield ""
    yield from _row("label", concept.label)
    yield from _row("figures", ", ".join(concept.kinds) or "of any kind")
    yield from _row("is a", ", ".join(concept.is_a))
    yield from _row("includes", ", ".join(other.id for other in rulebook.concepts.values() if concept.id in other.is_a))
    yield from _row("part of", ", ".join(concept.part_of))
    yield from _row("contrasts", ", ".join(concept.contrast))
    changes = "with time, it may fall too" if concept.falls else "with time, it only grows"
    yield from _row("told alike", ", ".join(concept.alike))
    yield from _row("changes", changes if concept.changes or concept.falls else "")
    yield from _row("rounding", "a scale usually given in tenths, which may be rounded to a whole" if concept.tenths else "")
    yield from _row("whose", "of one person or thing; different figures are compared where both sides name it" if concept.personal else "")
    yield from _row("stage", f"{concept.stage}, in the order in which such values come" if concept.stage else "")
    yield from _row("apart", "another fact than a figure without it" if concept.apart else "")
    yield from _row("unit", f"a bare number of it is in {concept.unit}" if concept.unit else "")
    yield from _row("rules", ", ".join(rule.id for rule in rulebook.rules if _names(rule, concept.id)))
    yield from ("", "words")
    for lang, words in concept.words.items():
        yield from _row(lang, ", ".join(words))


def _explain_entity(entity: Entity, rulebook: Rulebook) -> Iterable[str]:
    yield f"{entity.id}  ({entity.kind}, defined in {entity.rule})"
    yield ""
    yield from _row("names", ", ".join(entity.names))
    yield from _row("not in", ", ".join(entity.unless))
    yield from _row("part of", entity.part_of)
    yield from _row("parts", ", ".join(other.id for other in rulebook.entities.values() if other.part_of == entity.id))
    yield from _row("rules", ", ".join(rule.id for rule in rulebook.rules if _names(rule, entity.id)))


def _names(rule: Rule, name: str) -> bool:
    sides = (rule.applies, rule.a, rule.b)
    return any(name in names for side in sides for names in (side.attributes, side.counted, side.entities))


def _row(label: str, text: str) -> list[str]:
    """Return a labelled line, wrapped; none where there is nothing to say."""
    if not text:
        return []
    return textwrap.wrap(text, WIDTH, initial_indent=f"  {label:<{LABEL}}", subsequent_indent=" " * (LABEL + 2), break_on_hyphens=False)


def _page(rows: Iterable[str]) -> str:
    return "\n".join(rows) + "\n"
