"""[[concept]] and [[entity]] tables to `Concept`s and `Entity`s."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.model.rule import Concept, Entity
from claimcheck.rulebook.caseform import LANG
from claimcheck.rulebook.entry import Entry
from claimcheck.rulebook.keys import CONCEPT_KEYS, CONCEPT_ROLES, ENTITY_KEYS, ENTITY_KINDS, QUANTITY_KINDS
from claimcheck.units import NAMES

STAR_INSIDE: Final = re.compile(r"[^ ~]\*[^ ~]")


def parse_concept(entry: Entry, rule: str) -> Concept:
    """Return a concept; `rule` is the id of its file. A role may be missing, for the entry may extend another file's."""
    entry.allow(CONCEPT_KEYS, "a concept")
    entry.require("id")
    if not entry.has("words"):
        entry.note("a concept needs words", hint='add [concept.words] with lines like en = ["deal*", "worth"]')
    words = entry.entry("words")
    return Concept(
        id=entry.text("id"),
        role=entry.choice("role", CONCEPT_ROLES),
        words={lang: _parse_words(words, lang) for lang in words.table},
        kinds=entry.texts("kinds", QUANTITY_KINDS),
        is_a=entry.texts("is_a"),
        contrast=entry.texts("contrast"),
        alike=entry.texts("alike"),
        part_of=entry.texts("part_of"),
        changes=entry.flag("changes"),
        falls=entry.flag("falls"),
        tenths=entry.flag("tenths"),
        personal=entry.flag("personal"),
        stage=entry.whole("stage"),
        apart=entry.flag("apart"),
        unit=entry.choice("unit", sorted(NAMES)),
        label=entry.text("label"),
        rule=rule,
    )


def _parse_words(entry: Entry, lang: str) -> tuple[str, ...]:
    if not LANG.fullmatch(lang):
        hint = 'words stand under languages, like en = ["deal*"]'
        entry.note(f"'{lang}' is no language tag", lang, hint=hint, on_key=True)
        return ()
    words = entry.texts(lang)
    if entry.table[lang] == []:
        entry.note("no words", lang, hint="leave the language out")
    for place, word in enumerate(words):
        if not word.strip("*~ "):
            entry.note(f"'{word}' would match any word", lang, place)
        elif STAR_INSIDE.search(word):
            entry.note(f"'*' inside a word of '{word}'", lang, place, hint="'*' stands at the end of a word, for any ending")
    return words


def parse_entity(entry: Entry, rule: str) -> Entity:
    """Return an entity; `rule` is the id of its file. A kind may be missing, for the entry may extend another file's."""
    entry.allow(ENTITY_KEYS, "an entity")
    entry.require("id")
    if not entry.table.get("names") and not entry.table.get("unless"):
        entry.note("an entity needs names", hint='write names = ["Amazon Web Services", "AWS"]')
    return Entity(
        id=entry.text("id"),
        kind=entry.choice("kind", ENTITY_KINDS),
        names=entry.texts("names"),
        part_of=entry.text("part_of"),
        unless=entry.texts("unless"),
        rule=rule,
    )
