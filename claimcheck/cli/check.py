"""`claimcheck check`: compare the figures of several sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from claimcheck.cli.formats import FORMATS, LEVELS, View, failing_findings, render
from claimcheck.cli.options import EXISTING, color_option, output_file, reading_options, settings_of, stdin_name, variable
from claimcheck.cli.streams import progress, say, wants_color, write
from claimcheck.model.report import Report

FOLDED = ("agreement", "single", "all")


def parse_show(ctx: click.Context, parameter: click.Parameter, value: str) -> frozenset[str]:
    """Return the folded parts to open, named with commas between."""
    del ctx
    asked = frozenset(part.strip() for part in value.split(",") if part.strip())
    unknown = sorted(asked - set(FOLDED))
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(FOLDED)}", param=parameter)
    return frozenset(FOLDED) if "all" in asked else asked


def parse_also(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, Path], ...]:
    """Return the further outputs, each written as FORMAT=FILE."""
    del ctx
    pairs = []
    for value in values:
        output_format, equals, file = value.partition("=")
        if output_format not in FORMATS or not equals or not file:
            raise click.BadParameter(f"{value!r} is not FORMAT=FILE with a format of {', '.join(FORMATS)}", param=parameter)
        pairs.append((output_format, Path(file)))
    return tuple(pairs)


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=EXISTING)
@click.option(
    "--against", type=EXISTING, multiple=True, metavar="CORPUS", help="Compare with these; only findings that touch PATHS are reported."
)
@click.option("--output-format", type=click.Choice(list(FORMATS)), default="full", show_default=True, envvar=variable("--output-format"))
@output_file
@click.option("--also", multiple=True, callback=parse_also, metavar="FORMAT=FILE", help="A further output, besides; several may be given.")
@click.option(
    "--show", default="", callback=parse_show, envvar=variable("--show"), metavar="PARTS", help="Open folded parts: agreement, single, all."
)
@click.option(
    "--limit", type=click.IntRange(min=0), default=40, show_default=True, envvar=variable("--limit"), help="Entries of each part; 0 is all."
)
@color_option
@click.option("-q", "--quiet", is_flag=True, envvar=variable("--quiet"), help="The findings only.")
@click.option("-s", "--silent", is_flag=True, envvar=variable("--silent"), help="Nothing but the exit status.")
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    envvar=variable("--fail-on"),
    help="The lowest level of a finding that makes the exit status 1.",
)
@click.option("--strict", is_flag=True, envvar=variable("--strict"), help="A source that cannot be read is an error.")
@stdin_name
@reading_options
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    paths: tuple[Path, ...],
    against: tuple[Path, ...],
    output_format: str,
    output_file: Path | None,
    also: tuple[tuple[str, Path], ...],
    show: frozenset[str],
    limit: int,
    color: str,
    quiet: bool,
    silent: bool,
    fail_on: str,
    strict: bool,
    stdin_filename: str,
    lang: str,
    encoding: str,
    rules: tuple[Path, ...],
    no_bundled_rules: bool,
    no_cache: bool,
    jobs: int,
) -> int:
    """Compare the figures in PATHS: files, folders, or - for standard input."""
    from claimcheck.cli.sources import Reading, positions, report_of, warnings_of  # noqa: PLC0415 - it brings the pipeline, which --help does not need

    settings = settings_of(rules=rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=jobs)
    reading = Reading(
        lang=lang, encoding=encoding, stdin_filename=stdin_filename, against=against, progress=progress(quiet=quiet or silent)
    )
    report = report_of(paths, settings, reading)
    if not silent:
        for warning in warnings_of(report):
            say(warning)
        to_file = output_file is not None
        color_wanted = wants_color(color, to_file=to_file)
        view = View(color=color_wanted, show=show, limit=limit, quiet=quiet, to_file=to_file, fail_on=fail_on)
        text, target_encoding = render(report, positions(report), output_format, view)
        write(text, output_file, encoding=target_encoding)
        for other_format, file in also:
            write(render(report, positions(report), other_format, replace(view, color=False, to_file=True))[0], file)
    return exit_status(report, fail_on, strict=strict, silent=silent)


def exit_status(report: Report, fail_on: str, *, strict: bool, silent: bool) -> int:
    """Return the exit status and say on standard error why it is not 0."""
    if strict and report.skipped:
        if not silent:
            say(f"claimcheck: exit status 2: --strict, and {len(report.skipped)} of the sources could not be read")
        return 2
    failing = failing_findings(report, fail_on)
    if failing and not silent:
        say(f"claimcheck: exit status 1: {len(failing)} {'finding' if len(failing) == 1 else 'findings'} at or above level {fail_on}")
    return 1 if failing else 0
