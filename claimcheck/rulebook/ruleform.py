"""The keys of one rule to a `Rule`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from claimcheck.model.days import days_of
from claimcheck.model.rule import Applies, Rule, RuleFile
from claimcheck.model.verdict import Level
from claimcheck.rulebook.caseform import LANG, parse_day
from claimcheck.rulebook.entry import Entry
from claimcheck.rulebook.keys import (
    APPLIES_KEYS,
    DEFAULT_LEVELS,
    DEFAULT_MESSAGES,
    HEDGES,
    LEVELS,
    MESSAGE_FIELDS,
    QUANTITY_KINDS,
    SOURCE_ROLES,
)
from claimcheck.rulebook.ruletext import nearest

ANYTHING: Final = Applies()
FIELD: Final = re.compile(r"\{([^{}]*)\}")


def parse_rule(head: Entry, file: RuleFile) -> Rule:
    """Return the rule of a file whose kind is neither vocabulary nor entities."""
    value = head.number("value")
    rule = Rule(
        id=file.id,
        kind=file.kind,
        level=file.level,
        message=file.message,
        why=file.why,
        help=file.help,
        applies=_parse_applies(head, "applies"),
        a=_parse_applies(head, "a"),
        b=_parse_applies(head, "b"),
        relative=_parse_width(head, "relative"),
        absolute=_parse_width(head, "absolute"),
        low=head.number("low") if value is None else value,
        high=head.number("high") if value is None else value,
        unit=head.text("unit"),
        source=head.text("source"),
        dated=parse_day(head, "dated"),
        days=head.whole("days"),
        hedges=head.texts("hedges", HEDGES),
        contrasting=head.flag("contrasting"),
        replaces=file.replaces,
        path=file.path,
        line=head.file.line(("id",)),
        bundled=file.bundled,
    )
    if rule.low is not None and rule.high is not None and rule.low > rule.high:
        head.note(f"low {rule.low} is above high {rule.high}", "low")
    REQUIREMENTS[file.kind](head)
    return rule


def parse_level(head: Entry, kind: str) -> Level:
    """Return the level as written, else the usual one of the kind."""
    written = head.choice("level", LEVELS)
    return Level(written) if written else DEFAULT_LEVELS.get(kind, Level.INFO)


def parse_message(head: Entry, kind: str) -> str:
    """Return the message as written, else the usual one of the kind; note fields that do not exist."""
    message = head.text("message")
    if kind == "fact" and message and "{source}" not in message:
        head.note("the message of a fact names its source", "message", hint="add {source}, and {dated} for its date")
    for name in FIELD.findall(message):
        if name not in MESSAGE_FIELDS:
            head.note(f"message has an unknown field '{{{name}}}'", "message", hint=nearest(name, MESSAGE_FIELDS))
    return message or DEFAULT_MESSAGES.get(kind, "")


def _parse_applies(head: Entry, key: str) -> Applies:
    if not head.has(key):
        return ANYTHING
    entry = head.entry(key)
    entry.allow(APPLIES_KEYS, f"[{key}]")
    languages = entry.texts("languages")
    for place, lang in enumerate(languages):
        if not LANG.fullmatch(lang):
            entry.note(f"'{lang}' is no language tag", "languages", place, hint='write it like "en", "pt-BR" or "zh-Hant"')
    since, until = (days_of(parse_day(entry, name)) for name in ("since", "until"))
    applies = Applies(
        kinds=entry.texts("kinds", QUANTITY_KINDS),
        attributes=entry.texts("attributes"),
        counted=entry.texts("counted"),
        entities=entry.texts("entities"),
        parties=tuple((party,) for party in entry.texts("parties")),
        languages=languages,
        dimensions=entry.texts("dimensions"),
        roles=entry.texts("roles", SOURCE_ROLES),
        since=since.low if since else None,
        until=until.high if until else None,
    )
    if applies.since and applies.until and applies.since > applies.until:
        entry.note(f"since {applies.since} is after until {applies.until}", "since")
    return applies


def _parse_width(head: Entry, key: str) -> Decimal | None:
    width = head.number(key)
    if width is not None and width < 0:
        head.note(f"'{key}' is below zero", key)
    return width


def _require_width(head: Entry) -> None:
    if not head.has("relative") and not head.has("absolute"):
        head.note("missing key 'relative' or 'absolute'", hint='write relative = "0.02" for 2 % of the larger figure')


def _require_sides(head: Entry) -> None:
    for side in ("a", "b"):
        if not head.table.get(side):
            hint = f'add [{side}] with kinds, attributes, counted, entities or other fields of [applies], like kinds = ["money"]'
            head.note(f"missing table [{side}]", hint=hint)


def _require_bounds(head: Entry) -> None:
    if not head.has("low") and not head.has("high"):
        head.note("missing key 'low' or 'high'", hint='write low = "0", high = "9.6", or one of them')
    _require_applies(head)


def _require_applies(head: Entry) -> None:
    if not head.table.get("applies"):
        head.note("missing table [applies]", hint="say which figures the rule is about; without it every figure would be")


def _require_ratio(head: Entry) -> None:
    _require_sides(head)
    if not any(head.has(key) for key in ("relative", "low", "high")):
        head.note("missing key 'relative', 'low' or 'high'", hint='write relative = "0.2" for how far two sources may differ')


def _require_days(head: Entry) -> None:
    head.require("days", hint="write days = 31")


def _require_ledger(head: Entry) -> None:
    head.require("source", hint="say where the accepted figure comes from")
    head.require("dated", hint='write dated = "2025-11-03"')
    if head.has("value") and (head.has("low") or head.has("high")):
        head.note("'value' beside 'low' or 'high'", "value", hint="write one figure as value, or its range as low and high", on_key=True)
    if not any(head.has(key) for key in ("value", "low", "high")):
        head.note("missing key 'value', or 'low' and 'high'", hint='write value = "38e9"')
    applies = head.table.get("applies")
    if not isinstance(applies, dict) or not (applies.get("parties") or applies.get("entities")):
        hint = 'write parties = ["openai", "amazon_web_services"] with ids of entities that must all be named, or entities = [...] of which one must'
        head.note("a fact says whose figure it is: missing key 'parties' or 'entities' in [applies]", "applies", hint=hint)


REQUIREMENTS: Final[Mapping[str, Callable[[Entry], None]]] = {
    "tolerance": _require_width,
    "incommensurable": _require_sides,
    "deadline": _require_days,
    "ratio": _require_ratio,
    "sum": _require_sides,
    "bound": _require_bounds,
    "fact": _require_ledger,
}
