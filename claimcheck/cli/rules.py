"""`claimcheck rules`: which there are, what each says, whether they hold, and a new one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from claimcheck.cli.options import EXISTING, rule_options, settings_of
from claimcheck.cli.streams import say, write
from claimcheck.errors import InputError, Problem
from claimcheck.model.rule import Rulebook

P = ParamSpec("P")
R = TypeVar("R")


@click.group("rules")
def command() -> None:
    """List, explain, test and begin rules."""


format_option = click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)


@command.command("list")
@click.argument("paths", nargs=-1, type=EXISTING)
@format_option
@rule_options
def list_rules(*, paths: tuple[Path, ...], output_format: str, rules: tuple[Path, ...], no_bundled_rules: bool) -> int:
    """List the rules: kind, level, cases, where each is from; with PATHS to check, also how often it fired there."""
    from claimcheck.report.jsonable import json_text  # noqa: PLC0415 - not needed by --help
    from claimcheck.report.rulepages import rule_record, rule_rows  # noqa: PLC0415 - the same

    files = _rulebook(rules, no_bundled_rules=no_bundled_rules).files
    fired = _fired_in(paths, rules, no_bundled_rules=no_bundled_rules) if paths else None
    if output_format == "text":
        write(rule_rows(files, fired), None)
    else:
        write(json_text([rule_record(file, fired) for file in files]) + "\n", None)
    return 0


@command.command("explain")
@click.argument("ids", nargs=-1, required=True)
@format_option
@rule_options
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
@click.option("--coverage", is_flag=True, help="Say of each rule in how many of its cases it fires, and what of it no case reads.")
@click.option("--update", is_flag=True, help="Let [[flag]] cases of your own files that fail expect what is reported, for you to look at.")
@rule_options
def run_cases(  # noqa: PLR0913 - one parameter for each option
    *,
    ids: tuple[str, ...],
    keyword: str,
    verbose: bool,
    coverage: bool,
    update: bool,
    rules: tuple[Path, ...],
    no_bundled_rules: bool,
) -> int:
    """Run the cases of the rules: what must be reported, and what must not. Your own, or those named by id; the bundled ones where there is none of yours.

    Exit status 1 where a case fails, 2 where a rule file cannot be understood; the cases of the others are run all the same.
    """
    from claimcheck.cli.ruletest import Run, test_rules  # noqa: PLC0415 - heavy, and --help needs none of it

    run = Run(
        paths=configured_rules(rules),
        bundled=not no_bundled_rules,
        ids=ids,
        keyword=keyword,
        verbose=verbose,
        coverage=coverage,
        update=update,
    )
    return test_rules(run)


@command.command("new")
@click.argument("kind")
@click.argument("id_", metavar="ID")
@click.option("-o", "--output-file", type=click.Path(dir_okay=False, path_type=Path), help="Write there; an existing file is kept.")
def new(*, kind: str, id_: str, output_file: Path | None) -> int:
    """Print the skeleton of a rule file of a KIND, with a case of each sort to fill in."""
    from claimcheck.rulebook.skeleton import new_rule  # noqa: PLC0415 - not needed by --help

    if output_file is not None and output_file.exists():
        raise InputError(Problem(path=output_file.as_posix(), message="exists already", hint="choose another name"))
    text = new_rule(kind, id_)
    if output_file is not None:
        output_file.parent.mkdir(parents=True, exist_ok=True)
        say(f"claimcheck: wrote {output_file.as_posix()}; `claimcheck rules test --rules {output_file.as_posix()} {id_}` runs its cases")
    write(text, output_file)
    return 0


def configured_rules(rules: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the rule files that are named, or those of the settings that hold in this folder."""
    from claimcheck.settings.load import load_settings  # noqa: PLC0415 - --help needs none of it

    return rules or load_settings(()).values.rules


def _rulebook(rules: tuple[Path, ...], *, no_bundled_rules: bool) -> Rulebook:
    from claimcheck import pipeline  # noqa: PLC0415 - heavy, and --help needs none of it

    return pipeline.rulebook(settings_of(rules=configured_rules(rules), no_bundled_rules=no_bundled_rules, no_cache=False, jobs=1))


def _fired_in(paths: tuple[Path, ...], rules: tuple[Path, ...], *, no_bundled_rules: bool) -> Counter[str]:
    """Return how often each rule fired in the articles at `paths`, read as the settings there say."""
    from claimcheck.cli.sources import reading_of, report_of  # noqa: PLC0415 - as above
    from claimcheck.rulebook.fired import count_fired  # noqa: PLC0415 - as above
    from claimcheck.settings.load import load_settings  # noqa: PLC0415 - as above

    layer = load_settings(paths)
    settings = settings_of(rules=configured_rules(rules), no_bundled_rules=no_bundled_rules, no_cache=False, jobs=1)
    return count_fired(report_of(paths, settings, reading_of(layer, quiet=True)))
