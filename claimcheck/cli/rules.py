"""`claimcheck rules`: which there are, what each says, whether they hold, and a new one."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.options import EXISTING, settings_of, variable
from claimcheck.cli.streams import say, write
from claimcheck.errors import InputError, Problem
from claimcheck.model.rule import Rulebook


@click.group("rules")
def command() -> None:
    """List, explain, test and begin rules."""


rules_option = click.option(
    "--rules",
    type=EXISTING,
    multiple=True,
    envvar=variable("--rules"),
    metavar="PATH",
    help="A rule file or a folder of them, besides the bundled ones.",
)
bundled_option = click.option(
    "--no-bundled-rules", is_flag=True, envvar=variable("--no-bundled-rules"), help="Leave out the rules that come with claimcheck."
)
format_option = click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)


@command.command("list")
@format_option
@rules_option
@bundled_option
def list_rules(*, output_format: str, rules: tuple[Path, ...], no_bundled_rules: bool) -> int:
    """List the rules."""
    from claimcheck.report.jsonable import json_text  # noqa: PLC0415 - not needed by --help
    from claimcheck.report.rulepages import rule_record, rule_rows  # noqa: PLC0415 - the same

    files = _rulebook(rules, no_bundled_rules=no_bundled_rules).files
    write(rule_rows(files) if output_format == "text" else json_text([rule_record(file) for file in files]) + "\n", None)
    return 0


@command.command("explain")
@click.argument("ids", nargs=-1, required=True)
@format_option
@rules_option
@bundled_option
def explain(*, ids: tuple[str, ...], output_format: str, rules: tuple[Path, ...], no_bundled_rules: bool) -> int:
    """Say what a rule reports, why, what to do about it, with its cases."""
    from claimcheck.report.jsonable import json_text  # noqa: PLC0415 - not needed by --help
    from claimcheck.report.rulepages import find_rules, rule_record  # noqa: PLC0415 - the same
    from claimcheck.rulebook.explain import explain_rule  # noqa: PLC0415 - the same
    from claimcheck.wording.rungs import core_rule_page  # noqa: PLC0415 - the same
    from claimcheck.wording.suppressions import suppression_page  # noqa: PLC0415 - the same

    rulebook = _rulebook(rules, no_bundled_rules=no_bundled_rules)
    if output_format == "json":
        write(json_text([rule_record(file) for file in find_rules(ids, rulebook.files)]) + "\n", None)
    else:
        write("\n".join(core_rule_page(id_) or suppression_page(id_) or explain_rule(rulebook, id_) for id_ in ids), None)
    return 0


@command.command("test")
@click.argument("ids", nargs=-1, metavar="[RULES]...")
@click.option("-k", "keyword", default="", metavar="TEXT", help="Only cases whose rule or name holds this text.")
@click.option("-v", "--verbose", is_flag=True, help="Name the cases that pass, too.")
@rules_option
@bundled_option
def run_cases(*, ids: tuple[str, ...], keyword: str, verbose: bool, rules: tuple[Path, ...], no_bundled_rules: bool) -> int:
    """Run the cases of the rules (of all, or of those named by id): what must be reported, and what must not.

    Exit status 1 where a case fails.
    """
    from claimcheck import pipeline  # noqa: PLC0415 - heavy, and --help needs none of it
    from claimcheck.report.rulepages import find_rules  # noqa: PLC0415 - the same
    from claimcheck.rulebook import cases  # noqa: PLC0415 - the same

    settings = settings_of(rules=configured_rules(rules), no_bundled_rules=no_bundled_rules, no_cache=False, jobs=1)
    rulebook = pipeline.rulebook(settings)
    files = find_rules(ids, rulebook.files)
    every = () if ids or keyword else rulebook.rules
    outcomes = cases.run_cases(files, lambda sources: pipeline.check(sources, settings), matching=keyword, rules=every)
    if not outcomes:
        raise InputError(
            Problem(path=" ".join(ids) or "rules", message="no case to run", hint="a rule file holds [[flag]] and [[ok]] cases")
        )
    failed = sum(1 for outcome in outcomes if not outcome.holds)
    lines = [f"{'ok' if outcome.holds else 'FAILED'} {outcome}\n" for outcome in outcomes if verbose or not outcome.holds]
    write("".join(lines) + f"{len(outcomes) - failed} passed, {failed} failed\n", None)
    if failed:
        say(f"claimcheck: exit status 1: {failed} of the rules' cases failed")
    return 1 if failed else 0


@command.command("new")
@click.argument("kind")
@click.argument("id_", metavar="ID")
@click.option("-o", "--output-file", type=click.Path(dir_okay=False, path_type=Path), help="Write there; an existing file is kept.")
def new(*, kind: str, id_: str, output_file: Path | None) -> int:
    """Print the skeleton of a rule file of a KIND, with a case of each sort to fill in."""
    from claimcheck.rulebook.skeleton import new_rule  # noqa: PLC0415 - not needed by --help

    if output_file is not None and output_file.exists():
        raise InputError(Problem(path=output_file.as_posix(), message="exists already", hint="choose another name"))
    write(new_rule(kind, id_), output_file)
    return 0


def configured_rules(rules: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the rule files that are named, or those of the settings that hold in this folder."""
    from claimcheck.settings.load import load_settings  # noqa: PLC0415 - --help needs none of it

    return rules or load_settings(()).values.rules


def _rulebook(rules: tuple[Path, ...], *, no_bundled_rules: bool) -> Rulebook:
    from claimcheck import pipeline  # noqa: PLC0415 - heavy, and --help needs none of it

    return pipeline.rulebook(settings_of(rules=configured_rules(rules), no_bundled_rules=no_bundled_rules, no_cache=False, jobs=1))
