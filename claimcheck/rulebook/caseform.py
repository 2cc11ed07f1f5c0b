"""[[flag]] and [[ok]] tables to `Case`s."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.model.days import days_of
from claimcheck.model.rule import Case
from claimcheck.model.verdict import VerdictKind
from claimcheck.rulebook.entry import Entry
from claimcheck.rulebook.keys import CASE_KEYS, DEFAULT_EXPECTATIONS, SOURCE_KEYS, SOURCE_ROLES

LANG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DAY: Final = re.compile(r"\d{4}(-\d{2}(-\d{2}.*)?)?")
FLAG_EXPECTATIONS: Final = (*(kind.value for kind in VerdictKind), "finding")
OK_EXPECTATIONS: Final = tuple(kind.value for kind in VerdictKind if kind is not VerdictKind.CONTRADICTION)


def parse_cases(head: Entry, kind: str) -> tuple[Case, ...]:
    """Return the cases of a file, flags first; a file without both kinds is refused."""
    for key, must in (("flag", "must be reported"), ("ok", "must not be reported")):
        if not head.table.get(key):
            head.note(f"no [[{key}]] case, an example that {must}", "id", hint="`claimcheck rules new KIND ID` prints a file with both")
    flags = tuple(_parse_case(entry, kind, flags=True) for entry in head.entries("flag"))
    return flags + tuple(_parse_case(entry, kind, flags=False) for entry in head.entries("ok"))


def _parse_case(entry: Entry, kind: str, *, flags: bool) -> Case:
    entry.allow(CASE_KEYS, "a case")
    entry.require("name", "sources")
    expect = entry.choice("expect", FLAG_EXPECTATIONS if flags else OK_EXPECTATIONS)
    sources = entry.entries("sources", 'sources like { lang = "en", text = "…" }')
    if entry.has("sources") and not sources:
        entry.note("a case needs at least one source", "sources")
    case = Case(
        name=entry.text("name"),
        flags=flags,
        sources=tuple(_parse_source(source) for source in sources),
        expect=expect or (DEFAULT_EXPECTATIONS.get(kind, "") if flags else ""),
        a=entry.text("a"),
        b=entry.text("b"),
        line=entry.line,
        published=tuple(parse_day(source, "published") for source in sources),
        roles=tuple(source.choice("role", SOURCE_ROLES) for source in sources),
    )
    _require_figure(entry, "a", case.a, case.sources[:1])
    _require_figure(entry, "b", case.b, case.sources[1:] or case.sources)
    return case


def _parse_source(entry: Entry) -> tuple[str, str]:
    entry.allow(SOURCE_KEYS, "a source of a case")
    entry.require("lang", "text")
    lang = entry.text("lang")
    if lang and not LANG.fullmatch(lang):
        entry.note(f"'{lang}' is no language tag", "lang", hint='write it like "en", "pt-BR" or "zh-Hant"')
    return lang, entry.text("text")


def parse_day(entry: Entry, key: str) -> str:
    """Return a day, month or year as written ("2025-11-03", "2025-11", "2025")."""
    day = entry.text(key)
    if day.strip() and (not DAY.fullmatch(day) or days_of(day) is None):
        entry.note(f"'{day}' is no date", key, hint='write it like "2025-11-03", "2025-11" or "2025"')
    return day


def _require_figure(entry: Entry, side: str, figure: str, sources: tuple[tuple[str, str], ...]) -> None:
    """Note a figure that does not stand in its source, for such a case could never hold."""
    if figure and sources and not any(figure in text for _, text in sources):
        which = "first" if side == "a" else "second"
        entry.note(f"'{figure}' does not occur in the {which} source", side, hint="copy the figure as the source writes it")
