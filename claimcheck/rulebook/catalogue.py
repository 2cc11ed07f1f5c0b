"""All rules as one page of Markdown: `python -m claimcheck.rulebook.catalogue docs/bundled-rules.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from claimcheck.model.rule import RULE_KINDS, Case, Rulebook, RuleFile
from claimcheck.rulebook.load import load_rules

HEADING = """\
# Bundled rules

Made from the rule files; do not edit. How to write your own: [rules.md](rules.md).
"""


def catalogue(rulebook: Rulebook) -> str:
    """Return the page of all rules, kind by kind, each with what it says, why, and its cases."""
    rows = [HEADING]
    for kind in RULE_KINDS:
        files = sorted((file for file in rulebook.files if file.kind == kind), key=lambda file: file.id)
        if files:
            rows.append(f"## {kind}\n")
        rows += [row for file in files for row in _section(file, rulebook)]
    return "\n".join(rows)


def _section(file: RuleFile, rulebook: Rulebook) -> Iterator[str]:
    yield f"### {file.id}\n"
    yield f"{' '.join(file.why.split())}\n"
    if file.message:
        yield f"Reports, as {file.level}: {file.message}\n"
    if file.help:
        yield f"What to do: {file.help}\n"
    if file.defines:
        yield f"Defines: {', '.join(_defined(name, rulebook) for name in file.defines)}.\n"
    for title, flags in (("Reported", True), ("Not reported", False)):
        yield f"{title}:\n"
        yield "\n".join(_case(case) for case in file.cases if case.flags is flags) + "\n"


def _defined(name: str, rulebook: Rulebook) -> str:
    concept = rulebook.concepts.get(name)
    return f"`{name}` ({concept.role})" if concept else f"`{name}`"


def _case(case: Case) -> str:
    texts = "\n".join(f"  - {lang}: {' '.join(text.split())}" for lang, text in case.sources)
    expected = f" ({case.expect})" if case.expect else ""
    return f"- {case.name}{expected}\n{texts}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(catalogue(load_rules()), "utf-8")
