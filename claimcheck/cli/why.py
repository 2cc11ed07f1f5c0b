"""`claimcheck why`: how both figures were read, why they were compared, what decided."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.configured import config_options, layer_of
from claimcheck.cli.options import EXISTING, against_option, reading_options, settings_of
from claimcheck.cli.streams import output_encoding, output_width, write


@click.command("why")
@click.argument("finding", metavar="FINGERPRINT|FILE:LINE[:COLUMN]")
@click.argument("paths", nargs=-1, type=EXISTING)
@against_option("The corpus, as in check.")
@config_options
@reading_options
@click.pass_context
def command(
    ctx: click.Context, /, *, finding: str, paths: tuple[Path, ...], no_bundled_rules: bool, no_cache: bool, **_settings: object
) -> int:
    """Explain a finding, or the figures on a line, of PATHS (those of the settings, the file's folder, or this one, where none is given)."""
    from claimcheck.cli.sources import positions, reading_of, report_of, require_paths  # noqa: PLC0415 - brings the pipeline, which --help does not need
    from claimcheck.report.why import why_text  # noqa: PLC0415 - with the pipeline

    layer = layer_of(ctx)
    settings = settings_of(rules=layer.values.rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=layer.values.jobs)
    file, colon, _ = finding.partition(":")
    if colon:
        require_paths([Path(file)])
    asked = paths or (layer.values.paths if not colon else ()) or (_folder_of(file),)
    report = report_of(asked, settings, reading_of(layer))
    write(why_text(finding, report, positions(report), width=output_width()), None, encoding=output_encoding())
    return 0


def _folder_of(name: str) -> Path:
    """Return the folder of a file, or this one where `name` is none."""
    return Path(name).parent if Path(name).is_file() else Path()
