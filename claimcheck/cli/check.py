"""`claimcheck check`: compare the figures of several sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from claimcheck.cli.options import EXISTING, color_option, output_file, reading_options, settings_of, stdin_name, variable
from claimcheck.cli.streams import output_encoding, output_width, progress, say, wants_color, write
from claimcheck.model.report import Report
from claimcheck.model.verdict import Finding, Level

FORMATS = ("full", "concise", "json", "json-lines")
FOLDED = ("agreement", "single", "all")
LEVELS = [level.value for level in Level]


def parse_show(ctx: click.Context, parameter: click.Parameter, value: str) -> frozenset[str]:
    """Return the folded parts to open, named with commas between."""
    del ctx
    asked = frozenset(part.strip() for part in value.split(",") if part.strip())
    unknown = sorted(asked - set(FOLDED))
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(FOLDED)}", param=parameter)
    return frozenset(FOLDED) if "all" in asked else asked


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=EXISTING)
@click.option(
    "--against", type=EXISTING, multiple=True, metavar="CORPUS", help="Compare with these; only findings that touch PATHS are reported."
)
@click.option("--output-format", type=click.Choice(FORMATS), default="full", show_default=True, envvar=variable("--output-format"))
@output_file
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
    from claimcheck.cli.sources import Reading, report_of  # noqa: PLC0415 - it brings the pipeline, which --help does not need

    settings = settings_of(rules=rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=jobs)
    reading = Reading(
        lang=lang, encoding=encoding, stdin_filename=stdin_filename, against=against, progress=progress(quiet=quiet or silent)
    )
    report = report_of(paths, settings, reading)
    if not silent:
        to_file = output_file is not None
        view = View(color=wants_color(color, to_file=to_file), show=show, limit=limit, quiet=quiet, to_file=to_file)
        text, target_encoding = render(report, output_format, view)
        write(text, output_file, encoding=target_encoding)
    return exit_status(report, fail_on, strict=strict, silent=silent)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the report for people is to look."""

    color: bool
    show: frozenset[str]
    limit: int
    quiet: bool
    to_file: bool


def render(report: Report, output_format: str, view: View) -> tuple[str, str]:
    """Return the report in a format, and the encoding to write it in."""
    from claimcheck.cli.sources import positions  # noqa: PLC0415 - with the pipeline

    places = positions(report)
    match output_format:
        case "json":
            from claimcheck.report.jsonable import json_text  # noqa: PLC0415 - each format brings its own modules
            from claimcheck.report.record import record_of  # noqa: PLC0415

            return json_text(record_of(report, places)) + "\n", "utf-8"
        case "json-lines":
            from claimcheck.report.jsonable import json_text  # noqa: PLC0415
            from claimcheck.report.record import record_lines  # noqa: PLC0415

            return "".join(json_text(line, indent=None) + "\n" for line in record_lines(report, places)), "utf-8"
        case "concise":
            from claimcheck.report.concise import concise_text  # noqa: PLC0415

            return concise_text(report, places), output_encoding(to_file=view.to_file)
        case _:
            from claimcheck.report.marks import marks_for  # noqa: PLC0415
            from claimcheck.report.terminal import Layout, terminal_text  # noqa: PLC0415

            encoding = output_encoding(to_file=view.to_file)
            layout = Layout(
                width=output_width(to_file=view.to_file),
                color=view.color,
                marks=marks_for(encoding),
                limit=view.limit,
                show=view.show,
                quiet=view.quiet,
            )
            return terminal_text(report, places, layout), encoding


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


def failing_findings(report: Report, fail_on: str) -> list[Finding]:
    """Return the findings at or above a level; `never` is above all."""
    failing = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on in LEVELS else []
    return [finding for finding in report.findings.values() if finding.level.value in failing]
