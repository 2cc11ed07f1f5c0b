"""`claimcheck why`: how both figures were read, why they were compared, what decided."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.options import EXISTING, reading_options, settings_of
from claimcheck.cli.streams import output_encoding, output_width, progress, write


@click.command("why")
@click.argument("finding", metavar="FINGERPRINT|FILE:LINE[:COLUMN]")
@click.argument("paths", nargs=-1, type=EXISTING)
@reading_options
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    finding: str,
    paths: tuple[Path, ...],
    lang: str,
    encoding: str,
    rules: tuple[Path, ...],
    no_bundled_rules: bool,
    no_cache: bool,
    jobs: int,
) -> int:
    """Explain a finding, or the figures on a line, of PATHS (the file's folder, or this one, where none is given)."""
    from claimcheck.cli.sources import Reading, positions, report_of, require_paths  # noqa: PLC0415 - brings the pipeline, which --help does not need
    from claimcheck.report.why import why_text  # noqa: PLC0415 - with the pipeline

    settings = settings_of(rules=rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=jobs)
    reading = Reading(lang=lang, encoding=encoding, progress=progress(quiet=False))
    file, colon, _ = finding.partition(":")
    if colon:
        require_paths([Path(file)])
    report = report_of(paths or (_folder_of(file),), settings, reading)
    write(why_text(finding, report, positions(report), width=output_width()), None, encoding=output_encoding())
    return 0


def _folder_of(name: str) -> Path:
    """Return the folder of a file, or this one where `name` is none."""
    return Path(name).parent if Path(name).is_file() else Path()
