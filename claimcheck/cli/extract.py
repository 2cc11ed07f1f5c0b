"""`claimcheck extract`: the figures alone, compared with nothing."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.configured import config_options, layer_of, paths_of
from claimcheck.cli.options import EXISTING, output_file, reading_options, settings_of, stdin_name, variable
from claimcheck.cli.streams import output_encoding, say, write


@click.command("extract")
@click.argument("paths", nargs=-1, type=EXISTING)
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
@click.option("--strict/--no-strict", default=False, envvar=variable("--strict"), help="A source that cannot be read is an error.")
@config_options
@stdin_name
@reading_options
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option that is no setting
    ctx: click.Context,
    /,
    *,
    output_format: str,
    explain: bool,
    output_file: Path | None,
    quiet: bool,
    stdin_filename: str,
    no_bundled_rules: bool,
    no_cache: bool,
    **_settings: object,
) -> int:
    """Print every figure in PATHS with what it means, one a line."""
    from claimcheck.cli.sources import claims_of, is_empty, positions, reading_of, warnings_of  # noqa: PLC0415 - brings the pipeline, which --help does not need
    from claimcheck.report.figures import figure_lines, figure_table  # noqa: PLC0415 - with the pipeline

    layer = layer_of(ctx)
    settings = settings_of(rules=layer.values.rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=layer.values.jobs)
    report = claims_of(paths_of(layer, ctx), settings, reading_of(layer, stdin_filename=stdin_filename, quiet=quiet))
    if is_empty(report):
        say("claimcheck: every file that was named is excluded; nothing to read")
        return 0
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
    if layer.values.strict and report.skipped:
        say(f"claimcheck: exit status 2: --strict, and {len(report.skipped)} of the sources could not be read")
        return 2
    return 0
