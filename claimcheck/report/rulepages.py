"""Rules in words: the list of them, one explained, and the skeleton of a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.errors import Problem, UnknownName
from claimcheck.model.rule import RULE_KINDS, Case, RuleFile
from claimcheck.report.jsonable import Json

HEADLESS = ("vocabulary", "entities")  # kinds that name things and report nothing

BODIES = {
    "vocabulary": '[[concept]]\nid = "…"\nrole = "attribute"             # attribute | counted | qualifier | scope | measurer | modality\nkinds = []                     # money, power, count …; empty is any\ncontrast = []                  # concepts this must never be mixed with\nlabel = "…"\n[concept.words]\nen = ["…"]\n',
    "entities": '[[entity]]\nid = "…"\nkind = "party"                 # party | place | measurer | product | person\nnames = ["…"]                  # in all languages and scripts\n',
    "incommensurable": '[a]\nkinds = ["money"]\n\n[b]\nkinds = ["power"]\n',
    "tolerance": 'relative = "0.02"              # how far two figures may lie apart\n\n[applies]\nkinds = ["money"]\n',
    "ratio": 'low = "…"                      # plausible values of a / b, in `unit`\nhigh = "…"\nunit = "USD / gigawatt"\nsource = "…"                   # where the bound comes from\n\n[a]\nkinds = ["money"]\n\n[b]\nkinds = ["power"]\n',
    "sum": 'relative = "0.02"\n\n[a]                            # the parts\nkinds = ["power"]\n\n[b]                            # the total\nkinds = ["power"]\n',
    "bound": 'low = "…"\nhigh = "…"\nunit = "percent"\nsource = "…"\n\n[applies]\nkinds = ["percent"]\n',
    "deadline": 'days = 31                      # slack between two deadlines\n\n[applies]\nkinds = ["date"]\n',
    "fact": 'low = "…"                      # the accepted figure\nhigh = "…"\nunit = "…"\nsource = "…"\ndated = "…"\n\n[applies]\nentities = ["…"]\nattributes = ["…"]\n',
}


def rule_rows(files: Sequence[RuleFile]) -> str:
    """Return one line a rule: id, kind, level, number of cases, and where it is from."""
    width = max((len(file.id) for file in files), default=0)
    rows = []
    for file in files:
        level = "-" if file.kind in HEADLESS else file.level.value
        origin = "bundled" if file.bundled else file.path
        rows.append(f"{file.id:<{width}}  {file.kind:<15}  {level:<7}  {_cases(len(file.cases)):<8}  {origin}\n")
    return "".join(rows)


def rule_record(file: RuleFile) -> dict[str, Json]:
    """Return a rule as JSON."""
    return {
        "id": file.id,
        "kind": file.kind,
        "level": None if file.kind in HEADLESS else file.level.value,
        "message": file.message or None,
        "why": " ".join(file.why.split()) or None,
        "help": " ".join(file.help.split()) or None,
        "bundled": file.bundled,
        "cases": [_case_record(case) for case in file.cases],
    }


def rule_page(file: RuleFile) -> str:
    """Return a rule in full: what it says, why, what to do, and its cases."""
    rows = [f"{file.id} ({file.kind}{'' if file.kind in HEADLESS else ', ' + file.level.value})", f"  {file.path}"]
    for name, said in (("reports", file.message), ("why", file.why), ("help", file.help)):
        if said.strip():
            rows.append(f"  {name}: {' '.join(said.split())}")
    rows.extend(row for case in file.cases for row in _case_rows(case))
    return "\n".join(rows) + "\n"


def find_rules(asked: Sequence[str], files: Sequence[RuleFile]) -> list[RuleFile]:
    """Return the rules with these ids, or all where none is asked for; a last part of an id will do where it is the only one.

    Raises:
        UnknownName: an id is not known.
    """
    if not asked:
        return list(files)
    return [_find_rule(id_, files) for id_ in asked]


def skeleton(kind: str, id_: str) -> str:
    """Return the text of a new rule file, to be filled in.

    Raises:
        UnknownName: there is no such kind.
    """
    if kind not in RULE_KINDS:
        raise UnknownName(Problem(path=kind, message="no kind of rule has this name", hint=f"use one of {', '.join(RULE_KINDS)}"))
    head = [f'id = "{id_}"', f'kind = "{kind}"', 'why = "…"']
    if kind not in HEADLESS:
        head += ['level = "warning"', 'message = "{a} and {b} …"', 'help = "…"']
    text = '[{ lang = "en", text = "…" }, { lang = "en", text = "…" }]'
    expect = "contradiction" if kind in (*HEADLESS, "tolerance") else "incommensurable" if kind == "incommensurable" else "finding"
    flag = f'[[flag]]                       # must be reported\nname = "…"\nexpect = "{expect}"\nsources = {text}\n'
    fine = f'[[ok]]                         # must not be reported\nname = "…"\nsources = {text}\n'
    return "\n".join([*head, "", BODIES[kind], flag, fine])


def _find_rule(id_: str, files: Sequence[RuleFile]) -> RuleFile:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed here

    exact = [file for file in files if file.id == id_]
    ending = [file for file in files if file.id.rpartition("/")[2] == id_]
    if exact:
        return exact[0]
    if len(ending) == 1:
        return ending[0]
    near = get_close_matches(id_, [file.id for file in files], n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`claimcheck rules list` names them all"
    raise UnknownName(Problem(path=id_, message="no rule has this id", hint=hint))


def _case_rows(case: Case) -> Iterator[str]:
    yield f"  {'must be reported' if case.flags else 'is fine'}: {case.name}"
    for lang, text in case.sources:
        yield f"    {lang or 'und'}: {' '.join(text.split())}"


def _case_record(case: Case) -> dict[str, Json]:
    sources: list[Json] = [{"lang": lang or None, "text": text} for lang, text in case.sources]
    return {"name": case.name, "flags": case.flags, "expect": case.expect or None, "sources": sources}


def _cases(number: int) -> str:
    return f"{number} case" if number == 1 else f"{number} cases"
