"""`claimcheck baseline`: accept findings with a reason, take out what is gone, show what was accepted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from claimcheck.cli.configured import config_options, layer_of
from claimcheck.cli.options import EXISTING, reading_options, settings_of, variable
from claimcheck.cli.streams import say, write
from claimcheck.errors import InputError, Problem, UnknownName

if TYPE_CHECKING:
    from claimcheck.gate.baseline import Accepted
    from claimcheck.model.report import Report
    from claimcheck.model.verdict import Finding

P = ParamSpec("P")
R = TypeVar("R")
AS = ("expected", "false-positive", "superseded")
DEFAULT_FILE = Path("claimcheck-baseline.json")
SHORTEST = 4  # digits of a fingerprint that are enough where they are the only ones


def run_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options on what is read and which baseline is meant."""
    for add in (
        reading_options,
        config_options,
        click.option(
            "--against", type=EXISTING, multiple=True, envvar=variable("--against"), metavar="CORPUS", help="The corpus, as in check."
        ),
        click.option(
            "--paths",
            type=EXISTING,
            multiple=True,
            metavar="PATH",
            help="What to check; without it, `paths` of the settings or this folder.",
        ),
        click.option(
            "--baseline",
            type=click.Path(dir_okay=False, path_type=Path),
            envvar=variable("--baseline"),
            metavar="FILE",
            help=f"The baseline; without it, that of the settings or {DEFAULT_FILE}.",
        ),
    ):
        command = add(command)
    return command


@click.group("baseline")
def command() -> None:
    """Accept findings with a reason, so that they no longer fail the gate."""


@command.command("accept")
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--as", "accepted_as", type=click.Choice(AS), required=True, help="What the finding is.")
@click.option("--reason", required=True, help="Why, for whoever reads it later.")
@click.option("--by", default="", envvar=variable("--by"), help="Who accepts it.")
@click.option("--on", default="", metavar="DATE", help="The day; today where none is given.")
@run_options
@click.pass_context
def accept_findings(
    ctx: click.Context, /, *, fingerprints: tuple[str, ...], accepted_as: str, reason: str, by: str, on: str, **_settings: object
) -> int:
    """Add findings to the baseline, each by its fingerprint or the beginning of it."""
    from datetime import datetime  # noqa: PLC0415 - only here

    from claimcheck.gate.baseline import accept, baseline_text  # noqa: PLC0415 - --help needs none of it

    if not reason.strip():
        raise click.BadParameter("a reason is not empty", ctx, param_hint="--reason")
    file, entries = _entries(ctx, must_exist=False)
    report = _report(ctx)
    day = on or datetime.now().astimezone().date().isoformat()
    added = [
        accept(_named(one, report), report, accepted_as=accepted_as, reason=" ".join(reason.split()), by=by, on=day) for one in fingerprints
    ]
    fresh = {entry.fingerprint for entry in added}
    write(baseline_text([*(entry for entry in entries if entry.fingerprint not in fresh), *added]), file)
    say(f"claimcheck: {len(added)} accepted as {accepted_as} in {file.as_posix()}")
    return 0


@command.command("prune")
@run_options
@click.pass_context
def prune(ctx: click.Context, /, **_settings: object) -> int:
    """Take out the entries that no finding fits any more; never adds any."""
    from claimcheck.gate.baseline import baseline_text  # noqa: PLC0415 - --help needs none of it
    from claimcheck.gate.known import is_stale, match  # noqa: PLC0415 - as above

    file, entries = _entries(ctx, must_exist=True)
    report = _report(ctx)
    used = set(match(report, entries).values())
    stale = [entry for entry in entries if entry not in used and is_stale(entry, report)]
    if stale:
        write(baseline_text(entry for entry in entries if entry not in stale), file)
    for entry in stale:
        say(f"taken out: {entry}")
    say(f"claimcheck: {len(stale)} taken out of {file.as_posix()}, {len(entries) - len(stale)} kept")
    return 0


@command.command("show")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@run_options
@click.pass_context
def show(ctx: click.Context, /, *, output_format: str, **_settings: object) -> int:
    """Print what is accepted, as what and why."""
    from claimcheck.gate.baseline import baseline_text  # noqa: PLC0415 - --help needs none of it

    _, entries = _entries(ctx, must_exist=True)
    write(baseline_text(entries) if output_format == "json" else "".join(_rows(entries)), None)
    return 0


def _rows(entries: Sequence[Accepted]) -> list[str]:
    rows = []
    for entry in sorted(entries, key=lambda entry: (entry.rule, entry.figures)):
        signed = ", ".join(part for part in (entry.by, entry.on) if part)
        rows.append(f"{entry.fingerprint}  {entry.rule}  {entry.accepted_as}: {entry.reason}{f' ({signed})' if signed else ''}\n")
        rows += [f"    {figure}\n" for figure in entry.figures]
    return rows


def _entries(ctx: click.Context, *, must_exist: bool) -> tuple[Path, tuple[Accepted, ...]]:
    """Return the baseline file that is meant and what it holds."""
    from claimcheck.gate.baseline import read_baseline  # noqa: PLC0415 - --help needs none of it

    file = layer_of(ctx).values.baseline or DEFAULT_FILE
    return file, read_baseline(file) if must_exist or file.exists() else ()


def _report(ctx: click.Context) -> Report:
    """Return the report on what the command is to look at, before any baseline."""
    from claimcheck.cli.sources import reading_of, report_of  # noqa: PLC0415 - --help needs none of it
    from claimcheck.gate.run import Gate, through  # noqa: PLC0415 - as above

    layer = layer_of(ctx)
    paths = layer.values.paths or (Path(),)
    settings = settings_of(
        rules=layer.values.rules,
        no_bundled_rules=ctx.params["no_bundled_rules"],
        no_cache=ctx.params["no_cache"],
        jobs=layer.values.jobs,
    )
    return through(report_of(paths, settings, reading_of(layer)), Gate(layer=layer))


def _named(fingerprint: str, report: Report) -> Finding:
    """Return the finding of a fingerprint, or of its beginning where that is the only one."""
    if fingerprint in report.findings:
        return report.findings[fingerprint]
    near = [id_ for id_ in report.findings if id_.startswith(fingerprint)] if len(fingerprint) >= SHORTEST else []
    if len(near) == 1:
        return report.findings[near[0]]
    if near:
        raise InputError(Problem(path=fingerprint, message=f"{len(near)} findings begin so", hint=f"use one of {', '.join(near[:3])}"))
    message = "no finding has this fingerprint now"
    raise UnknownName(Problem(path=fingerprint, message=message, hint="`claimcheck check --output-format json` names them all"))
