"""The file of accepted findings: one a line, sorted, with keys that a person can read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from claimcheck.errors import ConfigurationError, InputError, Problem
from claimcheck.judge.sides import is_pair
from claimcheck.judge.values import key_of
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding
from claimcheck.read.paths import shown_path
from claimcheck.values import dataclass

SCHEMA: Final = "https://claimcheck.invalid/schema/baseline-1.json"
VERSION: Final = "1.0"
AS: Final = ("expected", "false-positive", "superseded")
TEXTS: Final = ("fingerprint", "rule", "as", "reason")
LISTS: Final = ("figures", "documents")
SEPARATOR: Final = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A finding that someone accepted: `accepted_as` is one of AS, `reason` why.

    `figures` are its keys, a line each: document, entity, attribute, counted thing, day, value and unit; never lines.
    `documents` are all those it was seen in. `by` and `on` tell who accepted it and when, or "".
    """

    fingerprint: str
    rule: str
    accepted_as: str
    reason: str
    figures: tuple[str, ...]
    documents: tuple[str, ...]
    by: str = ""
    on: str = ""

    def __str__(self) -> str:
        """Return what a person needs to know which one it is."""
        return f"{self.fingerprint} {self.rule}: {' / '.join(self.figures)}"


def accept(finding: Finding, report: Report, *, accepted_as: str, reason: str, by: str = "", on: str = "") -> Accepted:
    """Return the entry for a finding."""
    claims = report.sides
    sides = [finding.primary, *(finding.related[:1] if is_pair(finding) else finding.related)]
    return Accepted(
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        accepted_as=accepted_as,
        reason=reason,
        figures=tuple(sorted({figure_of(claims[id_]) for id_ in sides})),
        documents=tuple(sorted({claims[id_].document for id_ in (finding.primary, *finding.related)})),
        by=by,
        on=on,
    )


def figure_of(claim: Claim) -> str:
    """Return the key of a claim as the file writes it."""
    document = claim.document
    *about, value = key_of(claim).removeprefix(f"{document}|").split("|")
    ends, _, unit = value.partition(" ")
    low, _, high = ends.partition("..")
    ends = low if low == high else f"{low}..{high}"
    return SEPARATOR.join((document, *about, f"{ends} {unit}".strip().replace("E+", "e")))


def read_baseline(path: Path) -> tuple[Accepted, ...]:
    """Return the entries of a baseline file, in its order; raises InputError where it is missing, ConfigurationError for all that is wrong."""
    shown = shown_path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        whole: object = json.loads(text)
    except FileNotFoundError as error:
        raise InputError(Problem(path=shown, message="no such baseline", hint=f"--write-baseline {shown} begins one")) from error
    except OSError as error:
        raise InputError(Problem(path=shown, message=f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(Problem(path=shown, message="is not UTF-8")) from error
    except json.JSONDecodeError as error:
        excerpt = error.doc.splitlines()[error.lineno - 1] if error.lineno <= len(error.doc.splitlines()) else ""
        problem = Problem(
            path=shown, message=f"not valid JSON: {error.msg.lower()}", line=error.lineno, column=error.colno, excerpt=excerpt
        )
        raise ConfigurationError(problem) from error
    if not isinstance(whole, dict) or not isinstance(whole.get("accepted"), list):
        raise ConfigurationError(
            Problem(path=shown, message="is no baseline: it has no list 'accepted'", hint="`claimcheck schema baseline`")
        )
    if not str(whole.get("schema_version", "")).startswith("1."):
        raise ConfigurationError(Problem(path=shown, message=f"unknown schema_version {whole.get('schema_version')!r}", hint='use "1.0"'))
    return tuple(_entry(entry, place, text, shown) for place, entry in enumerate(whole["accepted"]))


def _entry(entry: object, place: int, text: str, shown: str) -> Accepted:
    def fail(message: str, hint: str = "") -> ConfigurationError:
        mark = entry.get("fingerprint") if isinstance(entry, dict) else None
        line = next((row for row, line in enumerate(text.splitlines(), 1) if mark and f'"{mark}"' in line), 0)
        return ConfigurationError(Problem(path=shown, line=line, message=f"entry {place + 1} of 'accepted': {message}", hint=hint))

    if not isinstance(entry, dict):
        raise fail("is no object")
    for name in TEXTS:
        if not isinstance(entry.get(name), str):
            raise fail(f"'{name}' is missing or no text")
    for name in LISTS:
        if not isinstance(entry.get(name), list) or not all(isinstance(value, str) for value in entry[name]):
            raise fail(f"'{name}' is missing or no list of texts")
    if entry["as"] not in AS:
        raise fail(f"unknown 'as': {entry['as']!r}", f"use one of {', '.join(AS)}")
    return Accepted(
        fingerprint=entry["fingerprint"],
        rule=entry["rule"],
        accepted_as=entry["as"],
        reason=entry["reason"],
        figures=tuple(entry["figures"]),
        documents=tuple(entry["documents"]),
        by=str(entry.get("by", "")),
        on=str(entry.get("on", "")),
    )


def baseline_text(entries: Iterable[Accepted]) -> str:
    """Return the text of a baseline file: one entry a line, sorted, so that merges are clean."""
    rows = sorted((entry.rule, entry.figures, json.dumps(_record(entry), ensure_ascii=False)) for entry in entries)
    lines = ",\n".join(f"  {row}" for _, _, row in rows)
    accepted = f"[\n{lines}\n]" if lines else "[]"
    return f'{{"$schema": "{SCHEMA}", "schema_version": "{VERSION}", "accepted": {accepted}}}\n'


def _record(entry: Accepted) -> Mapping[str, str | list[str]]:
    said = {"by": entry.by, "on": entry.on}
    return {
        "fingerprint": entry.fingerprint,
        "rule": entry.rule,
        "as": entry.accepted_as,
        "reason": entry.reason,
        **{name: value for name, value in said.items() if value},
        "figures": list(entry.figures),
        "documents": list(entry.documents),
    }
