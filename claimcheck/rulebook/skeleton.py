"""A new rule file to fill in, with a case that must be reported and one that must not."""

from __future__ import annotations

from importlib.resources import files

from claimcheck.errors import Problem, UnknownName
from claimcheck.model.rule import RULE_KINDS
from claimcheck.rulebook.ruletext import nearest
from claimcheck.rulebook.schema import ID


def new_rule(kind: str, rule_id: str) -> str:
    """Return the text of a rule file of this kind that loads as it is; its example is to be replaced.

    Errors: UnknownName for a kind that does not exist, or an id that no rule may have.
    """
    if kind not in RULE_KINDS:
        raise UnknownName(Problem(path=kind, message="no rule is of this kind", hint=nearest(kind, RULE_KINDS)))
    if not ID.fullmatch(rule_id):
        raise UnknownName(Problem(path=rule_id, message="no rule may have this id", hint='write it like "desk/house-names"'))
    text = (files("claimcheck.rulebook") / "skeletons" / f"{kind}.toml").read_text("utf-8")
    return text.replace('id = "ID"', f'id = "{rule_id}"', 1)


def rule_schema() -> str:
    """Return the JSON Schema of rule files, for editors."""
    return (files("claimcheck.rulebook") / "schemas" / "rule.json").read_text("utf-8")
