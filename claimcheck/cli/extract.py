"""`claimcheck extract`: the figures alone, compared with nothing."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.options import EXISTING, output_file, reading_options, settings_of, stdin_name, variable
from claimcheck.cli.streams import output_encoding, progress, say, write


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=EXISTING)
@click.option(
    "--output-format",
    type=click.Choice(["json-lines", "table"]),
    default="json-lines",
    show_default=True,
    envvar=variable("--output-format"),
)
@click.option("--explain", is_flag=True, envvar=variable("--explain"), help="In the table, tell step by step how each figure was read.")
@output_file
@click.option("-q", "--quiet", is_flag=True, envvar=variable("--quiet"), help="No word on what was skipped.")
@click.option("--strict", is_flag=True, envvar=variable("--strict"), help="A source that cannot be read is an error.")
@stdin_name
@reading_options
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    paths: tuple[Path, ...],
    output_format: str,
    explain: bool,
    output_file: Path | None,
    quiet: bool,
    strict: bool,
    stdin_filename: str,
    lang: str,
    encoding: str,
    rules: tuple[Path, ...],
    no_bundled_rules: bool,
    no_cache: bool,
    jobs: int,
) -> int:
    """Print every figure in PATHS with what it means, one a line."""
    from claimcheck.cli.sources import Reading, claims_of, positions, warnings_of  # noqa: PLC0415 - brings the pipeline, which --help does not need
    from claimcheck.report.figures import figure_lines, figure_table  # noqa: PLC0415 - with the pipeline

    settings = settings_of(rules=rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=jobs)
    reading = Reading(lang=lang, encoding=encoding, stdin_filename=stdin_filename, progress=progress(quiet=quiet))
    report = claims_of(paths, settings, reading)
    places = positions(report)
    if output_format == "table" or explain:
        write(figure_table(report, places, explain=explain), output_file, encoding=output_encoding(to_file=output_file is not None))
    else:
        write(figure_lines(report, places), output_file)
    if not quiet:
        for warning in warnings_of(report):
            say(warning)
        for skipped in report.skipped:
            say(f"{skipped.path}: not read: {skipped.reason}")
    if strict and report.skipped:
        say(f"claimcheck: exit status 2: --strict, and {len(report.skipped)} of the sources could not be read")
        return 2
    return 0
