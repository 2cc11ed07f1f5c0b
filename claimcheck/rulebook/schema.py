"""The text of one rule file to frozen types: the edge where TOML ends."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import Final

from claimcheck.model.rule import RULE_KINDS, RuleFile
from claimcheck.rulebook.caseform import parse_cases
from claimcheck.rulebook.definitions import parse_concept, parse_entity
from claimcheck.rulebook.entry import Entry
from claimcheck.rulebook.keys import HEAD_KEYS, KIND_KEYS
from claimcheck.rulebook.parsed import ParsedFile
from claimcheck.rulebook.ruleform import parse_level, parse_message, parse_rule
from claimcheck.rulebook.ruletext import RuleText

ID: Final = re.compile(r"\w[\w.-]*(/\w[\w.-]*)*")
MISSING: Final = re.compile(r"^(missing|no \[\[)| needs ")  # what may stand in a line that was left out
MOST_SLIPS: Final = 5


def parse_file(file: RuleText) -> ParsedFile | None:
    """Return what a rule file says, or None where it is no TOML; every slip is noted in `file.problems`."""
    try:
        return _parse_head(Entry(file, (), tomllib.loads(file.text)))
    except tomllib.TOMLDecodeError as error:
        file.note_syntax(str(error))
    table = _table_without_slips(file)
    if table is not None:
        known = len(file.problems)
        _parse_head(Entry(file, (), table))
        told = (problem for problem in file.problems[known:] if not MISSING.search(problem.message))
        file.problems[known:] = told
    return None


def _table_without_slips(file: RuleText) -> dict[str, object] | None:
    """Return the table of a file whose lines with slips of syntax are left out, each of them noted; None where that does not help."""
    for _ in range(MOST_SLIPS):
        if not file.leave_out_slip():
            return None
        try:
            return tomllib.loads(file.text)
        except tomllib.TOMLDecodeError as error:
            file.note_syntax(str(error))
    return None


def _parse_head(head: Entry) -> ParsedFile:
    head.require("id", "kind", "why")
    rule_id = head.text("id")
    if rule_id.strip() and not ID.fullmatch(rule_id):
        head.note(f"'{rule_id}' is no id", "id", hint='write it like "desk/house-names": letters, digits, "_", "-", "." and "/"')
    kind = head.choice("kind", RULE_KINDS) or next(iter(get_close_matches(head.plain("kind"), RULE_KINDS, n=1)), "")
    if kind:  # one that is nearly right is taken for what it was meant to be, so that the rest is read, too
        head.allow((*HEAD_KEYS, *KIND_KEYS[kind]), f"a file of kind '{kind}'")
    return _parse_kind(head, kind)


def _parse_kind(head: Entry, kind: str) -> ParsedFile:
    rule_file = RuleFile(
        id=head.text("id"),
        kind=kind,
        path=head.file.path,
        message=parse_message(head, kind),
        why=head.text("why"),
        help=head.text("help"),
        level=parse_level(head, kind),
        cases=parse_cases(head, kind),
        bundled=head.file.bundled,
        replaces=head.text_or_texts("replaces"),
        defines=tuple(entry.text("id") for key in ("concept", "entity") if key in KIND_KEYS.get(kind, ()) for entry in head.entries(key)),
    )
    if kind == "vocabulary":
        return _parse_vocabulary(head, rule_file)
    if kind == "entities":
        return _parse_entities(head, rule_file)
    return ParsedFile(file=head.file, head=rule_file, rule=parse_rule(head, rule_file) if kind else None)


def _parse_vocabulary(head: Entry, rule_file: RuleFile) -> ParsedFile:
    entries = head.entries("concept")
    if not entries:
        head.note("a vocabulary needs a [[concept]]")
    return ParsedFile(
        file=head.file,
        head=rule_file,
        concepts=tuple(parse_concept(entry, rule_file.id) for entry in entries),
        concept_keys=tuple(entry.keys for entry in entries),
    )


def _parse_entities(head: Entry, rule_file: RuleFile) -> ParsedFile:
    entries = head.entries("entity")
    if not entries:
        head.note("a file of entities needs an [[entity]]")
    return ParsedFile(
        file=head.file,
        head=rule_file,
        entities=tuple(parse_entity(entry, rule_file.id) for entry in entries),
        entity_keys=tuple(entry.keys for entry in entries),
    )
