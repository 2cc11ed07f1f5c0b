"""The rules as a list for people and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from claimcheck.errors import Problem, UnknownName
from claimcheck.model.rule import Case, RuleFile
from claimcheck.report.jsonable import Json

HEADLESS = ("vocabulary", "entities")  # kinds that name things and report nothing


def rule_rows(files: Sequence[RuleFile], fired: Mapping[str, int] | None = None) -> str:
    """Return one line a rule: id, kind, level, number of cases, how often it `fired` where that is known, and where it is from."""
    width = max((len(file.id) for file in files), default=0)
    rows = []
    for file in files:
        level = "-" if file.kind in HEADLESS else file.level.value
        times = "" if fired is None else f"fired {fired.get(file.id, 0):<6,}  "
        origin = "bundled" if file.bundled else file.path
        rows.append(f"{file.id:<{width}}  {file.kind:<15}  {level:<7}  {_cases(len(file.cases)):<8}  {times}{origin}\n")
    return "".join(rows)


def rule_record(file: RuleFile, fired: Mapping[str, int] | None = None) -> dict[str, Json]:
    """Return a rule as JSON; `fired` says how often each did, where that is known."""
    return {
        "id": file.id,
        "kind": file.kind,
        "level": None if file.kind in HEADLESS else file.level.value,
        "message": file.message or None,
        "why": " ".join(file.why.split()) or None,
        "help": " ".join(file.help.split()) or None,
        "bundled": file.bundled,
        "path": file.path,
        "fired": None if fired is None else fired.get(file.id, 0),
        "cases": [_case_record(case) for case in file.cases],
    }


def find_rules(asked: Sequence[str], files: Sequence[RuleFile]) -> list[RuleFile]:
    """Return the rules with these ids, or all where none is asked for; a last part of an id will do where it is the only one.

    Raises:
        UnknownName: an id is not known.
    """
    if not asked:
        return list(files)
    return [_find_rule(id_, files) for id_ in asked]


def _find_rule(id_: str, files: Sequence[RuleFile]) -> RuleFile:
    exact = [file for file in files if file.id == id_]
    ending = [file for file in files if file.id.rpartition("/")[2] == id_]
    if exact:
        return exact[0]
    if len(ending) == 1:
        return ending[0]
    near = get_close_matches(id_, [file.id for file in files], n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`claimcheck rules list` names them all"
    raise UnknownName(Problem(path=id_, message="no rule has this id", hint=hint))


def _case_record(case: Case) -> dict[str, Json]:
    sources: list[Json] = [{"lang": lang or None, "text": text} for lang, text in case.sources]
    return {"name": case.name, "flags": case.flags, "expect": case.expect or None, "sources": sources}


def _cases(number: int) -> str:
    return f"{number} case" if number == 1 else f"{number} cases"
