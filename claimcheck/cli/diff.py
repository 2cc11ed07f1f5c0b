"""`claimcheck diff`: what changed between two versions in claims, facts and findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.configured import config_options, layer_of
from claimcheck.cli.options import against_option, output_file, reading_options, settings_of, variable
from claimcheck.cli.streams import output_encoding, say, write

if TYPE_CHECKING:
    from claimcheck.diff.outcomes import Diff

FORMATS = ("text", "json", "json-patch", "markdown")


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@against_option("Compare both versions with these; figures that contradict them get an edit to judge.")
@click.option("--output-format", type=click.Choice(list(FORMATS)), default="text", show_default=True, envvar=variable("--output-format"))
@output_file
@click.option("--exit-code", is_flag=True, envvar=variable("--exit-code"), help="Exit 1 where anything but words changed.")
@click.option("-q", "--quiet", is_flag=True, envvar=variable("--quiet"), help="No word on what was skipped.")
@click.option("--ignore-suppressions", is_flag=True, envvar=variable("--ignore-suppressions"), help="Heed no comment in a text.")
@config_options
@reading_options
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option that is no setting
    ctx: click.Context,
    /,
    *,
    old: str,
    new: str,
    output_format: str,
    output_file: Path | None,
    exit_code: bool,
    quiet: bool,
    no_bundled_rules: bool,
    no_cache: bool,
    ignore_suppressions: bool,
    **_settings: object,
) -> int:
    """Tell what changed from OLD to NEW in claims, facts and findings.

    Each is a file, a folder, a git revision (REV, or REV:PATH), or a report that `check --output-format json` wrote.
    """
    from claimcheck.cli.versions import Run, records_of, with_edits  # noqa: PLC0415 - brings the pipeline, which --help does not need
    from claimcheck.diff.outcomes import compare  # noqa: PLC0415 - as above
    from claimcheck.diff.patch import patch_text  # noqa: PLC0415 - as above
    from claimcheck.diff.version import version_of  # noqa: PLC0415 - as above

    layer = layer_of(ctx)
    settings = settings_of(rules=layer.values.rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=layer.values.jobs)
    before, after = records_of(old, new, Run(layer=layer, settings=settings, suppressions=not ignore_suppressions))
    diff = compare(version_of(before.record, before.origin, old), version_of(after.record, after.origin, new))
    if output_format == "json-patch":
        write(patch_text(before.record, after.record), output_file)
    else:
        print_diff(with_edits(diff), output_format, output_file)
    if not quiet:
        for warning in dict.fromkeys((*before.warnings, *after.warnings)):
            say(warning)
    return 1 if exit_code and diff.has_changes else 0


def print_diff(diff: Diff, output_format: str, file: Path | None) -> None:
    """Write the diff in a format of its own."""
    from claimcheck.diff.record import diff_record  # noqa: PLC0415 - as above
    from claimcheck.diff.text import diff_markdown, diff_text, style_for  # noqa: PLC0415 - as above
    from claimcheck.report.jsonable import json_text  # noqa: PLC0415 - as above

    if output_format == "json":
        write(json_text(diff_record(diff)) + "\n", file)
    elif output_format == "markdown":
        write(diff_markdown(diff), file)
    else:
        encoding = output_encoding(to_file=file is not None)
        write(diff_text(diff, style_for(encoding)), file, encoding=encoding)
