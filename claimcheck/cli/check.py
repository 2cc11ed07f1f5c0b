"""`claimcheck check`: compare the figures of several sources, or new ones with a corpus."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.configured import config_options, layer_of, paths_of, policy_options
from claimcheck.cli.formats import FORMATS, LEVELS, Places, View, failing_findings, render
from claimcheck.cli.options import EXISTING, against_option, color_option, output_file, reading_options, settings_of, stdin_name, variable
from claimcheck.cli.streams import append, say, wants_color, write
from claimcheck.model.report import Report

if TYPE_CHECKING:
    from claimcheck.cli.sources import Reading
    from claimcheck.pipeline import Settings
    from claimcheck.report.html.desk import Background
    from claimcheck.settings.values import Layer

MOST_SUMMARY = 1_000_000  # bytes; GitHub takes a mebibyte of each step
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
@click.argument("paths", nargs=-1, type=EXISTING)
@against_option("Compare with these; only findings that touch PATHS are reported.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar=variable("--baseline"),
    metavar="FILE",
    help="Findings accepted there do not count.",
)
@click.option(
    "--write-baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Begin a baseline with the errors and warnings there are.",
)
@click.option(
    "--baseline-commit",
    default="",
    envvar=variable("--baseline-commit"),
    metavar="REV",
    help="Findings that were there at this git revision do not count.",
)
@policy_options
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="full",
    show_default=True,
    envvar=variable("--output-format"),
    help="html is a folder of pages with -o DIR, else one file.",
)
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
@click.option("-e", "--exit-zero", is_flag=True, envvar=variable("--exit-zero"), help="Exit 0 whatever is found.")
@click.option(
    "--strict/--no-strict", default=False, envvar=variable("--strict"), help="A source that cannot be read is an error (exit status 2)."
)
@click.option("--show-settings", is_flag=True, help="Print every setting with where it is from, and read nothing.")
@click.option("--show-files", is_flag=True, help="Print the files that would be read, and read none.")
@config_options
@stdin_name
@reading_options
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option that is no setting
    ctx: click.Context,
    /,
    *,
    output_format: str,
    output_file: Path | None,
    also: tuple[tuple[str, Path], ...],
    show: frozenset[str],
    limit: int,
    color: str,
    quiet: bool,
    silent: bool,
    exit_zero: bool,
    stdin_filename: str,
    no_bundled_rules: bool,
    no_cache: bool,
    show_settings: bool,
    show_files: bool,
    **_settings: object,
) -> int:
    """Compare the figures in PATHS: files, folders, or - for standard input."""
    from claimcheck.cli.sources import is_empty, reading_of, report_of, warnings_of  # noqa: PLC0415 - brings the pipeline, which --help does not need

    layer = layer_of(ctx)
    if show_settings:
        return print_settings(layer)
    paths = paths_of(layer, ctx)
    reading = reading_of(layer, stdin_filename=stdin_filename, quiet=quiet or silent)
    if show_files:
        return print_files(paths, reading)
    settings = settings_of(rules=layer.values.rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=layer.values.jobs)
    report = report_of(paths, settings, reading)
    if is_empty(report):
        say("claimcheck: every file that was named is excluded; nothing to read")
        return 0
    report = gated(ctx, layer, report, settings, reading)
    fail_on = "never" if exit_zero else layer.values.fail_on
    if not silent:
        for warning in (*warnings_of(report), *(f"no finding fits this entry of the baseline any more: {entry}" for entry in report.stale)):
            say(warning)
        color_wanted = wants_color(color, to_file=output_file is not None)
        view = View(
            color=color_wanted,
            show=show,
            limit=limit,
            quiet=quiet,
            to_file=output_file is not None,
            fail_on=fail_on,
            background=lambda: background_of(layer, settings),
        )
        print_report(report, output_format, output_file, view, also)
    if ctx.params["write_baseline"] is not None:
        return begin_baseline(report, ctx.params["write_baseline"], silent=silent)
    return exit_status(report, fail_on, strict=layer.values.strict, silent=silent)


def print_report(report: Report, output_format: str, output_file: Path | None, view: View, also: tuple[tuple[str, Path], ...]) -> None:
    """Write the report in every format that was asked for."""
    from claimcheck.cli.sources import positions  # noqa: PLC0415 - with the pipeline

    places = positions(report)
    put(report, places, output_format, output_file, view)
    for other_format, file in also:
        put(report, places, other_format, file, replace(view, color=False, to_file=True))
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if summary and "github" in (output_format, *(name for name, _ in also)):
        text, _ = render(report, places, "markdown", replace(view, limit=0))
        append(text.encode()[:MOST_SUMMARY].decode("utf-8", "ignore"), Path(summary))


def put(report: Report, places: Places, output_format: str, file: Path | None, view: View) -> None:
    """Write the report in one format: to standard output, a file, or a folder of pages."""
    if file is not None and output_format == "html":
        from claimcheck.cli.pages import background, is_folder, write_pages  # noqa: PLC0415 - only where pages are asked for

        if is_folder(output_format, file):
            write_pages(report, places, view.background() if view.background is not None else background(), file)
            return
    text, target_encoding = render(report, places, output_format, view)
    write(text, file, encoding=target_encoding)


def background_of(layer: Layer, settings: Settings) -> Background:
    """Return what pages tell besides the report."""
    from claimcheck.cli.pages import background  # noqa: PLC0415 - only where pages are asked for
    from claimcheck.pipeline import rulebook  # noqa: PLC0415 - with the pipeline
    from claimcheck.settings.show import settings_rows  # noqa: PLC0415 - as above

    return background(settings_rows(layer), rulebook(settings).rules)


def gated(ctx: click.Context, layer: Layer, report: Report, settings: Settings, reading: Reading) -> Report:
    """Return the report as settings, comments in the texts, baseline and revision leave it."""
    from claimcheck.cli.sources import former_report  # noqa: PLC0415 - with the pipeline
    from claimcheck.gate.run import Gate, through  # noqa: PLC0415 - as above

    revision: str = ctx.params.get("baseline_commit", "")
    former = None
    if revision:
        former = former_report(revision, layer.values.paths, settings, replace(reading, progress=None)) or replace(report, findings={})
    is_first = ctx.params.get("write_baseline") is not None
    gate = Gate(
        layer=layer,
        suppressions=not ctx.params.get("ignore_suppressions", False),
        baseline=None if is_first else layer.values.baseline,
        former=former,
        revision=revision,
    )
    return through(report, gate)


def print_settings(layer: Layer) -> int:
    """Print every setting with its origin."""
    from claimcheck.settings.show import settings_text  # noqa: PLC0415 - only here

    write(settings_text(layer), None)
    return 0


def print_files(paths: tuple[Path, ...], reading: Reading) -> int:
    """Print the files that a run reads, one a line: those under review, then the corpus."""
    from claimcheck.cli.sources import STDIN, require_paths  # noqa: PLC0415 - with the pipeline
    from claimcheck.read.paths import find_files, shown_path  # noqa: PLC0415 - as above

    asked = [path for path in (*paths, *reading.against) if path != STDIN]
    require_paths(asked)
    found = find_files(asked, reading.choice) if asked else ()
    write("".join(f"{shown_path(one.path)}\n" for one in found), None)
    return 0


def begin_baseline(report: Report, file: Path, *, silent: bool) -> int:
    """Write the open errors and warnings to a baseline that does not exist yet."""
    from claimcheck.errors import InputError, Problem  # noqa: PLC0415 - only here
    from claimcheck.gate.baseline import accept, baseline_text  # noqa: PLC0415 - as above

    if file.exists():
        hint = "`claimcheck baseline accept` adds to it, `claimcheck baseline prune` takes out what is gone"
        raise InputError(Problem(path=file.as_posix(), message="exists already", hint=hint))
    findings = [finding for finding in report.findings.values() if finding.is_open and finding.level.value != "info"]
    entries = [accept(finding, report, accepted_as="expected", reason="there when the baseline was begun") for finding in findings]
    write(baseline_text(entries), file)
    if not silent:
        say(f"claimcheck: {len(entries)} {'finding' if len(entries) == 1 else 'findings'} written to {file.as_posix()}")
    return 0


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
