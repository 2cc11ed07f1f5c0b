"""`claimcheck schema`: the JSON Schema of an output."""

from __future__ import annotations

from importlib.resources import files

import click

from claimcheck.cli.streams import write
from claimcheck.errors import Problem, UnknownName

NAMES = ("check", "check-lines", "diff", "extract", "rules", "config", "baseline")


@click.command("schema")
@click.argument("name")
def command(name: str) -> int:
    """Print the JSON Schema (2020-12) of an output: check, check-lines (json-lines), diff, extract; or of a file that people write: rules, config, baseline."""
    if name not in NAMES:
        raise UnknownName(Problem(path=name, message="no output has this name", hint=f"use one of {', '.join(NAMES)}"))
    if name == "rules":
        from claimcheck.rulebook.skeleton import rule_schema  # noqa: PLC0415 - only this one needs the rulebook

        write(rule_schema(), None)
    elif name == "config":
        from claimcheck.settings.show import config_schema  # noqa: PLC0415 - the same of the settings

        write(config_schema(), None)
    else:
        write((files("claimcheck.report") / "schemas" / f"{name}.json").read_text("utf-8"), None)
    return 0
