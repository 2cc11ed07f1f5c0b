"""The settings of a run: what a file, the environment and the options say, put together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click
from click.core import ParameterSource

from claimcheck.cli.options import variable
from claimcheck.errors import InputError, Problem

if TYPE_CHECKING:
    from claimcheck.settings.values import Layer

P = ParamSpec("P")
R = TypeVar("R")
STDIN = Path("-")


def split_names(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of an option that is given several times or with commas between."""
    del ctx, parameter
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def config_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options on where settings are from and which files are read."""
    for add in (
        click.option(
            "--respect-gitignore/--no-respect-gitignore",
            default=True,
            envvar=variable("--respect-gitignore"),
            help="Pass over what .gitignore and .claimcheckignore name (the default).",
        ),
        click.option(
            "--force-exclude/--no-force-exclude",
            default=False,
            envvar=variable("--force-exclude"),
            help="Exclude files that are named on the command line, too.",
        ),
        click.option(
            "--extend-exclude",
            multiple=True,
            callback=split_names,
            envvar=variable("--extend-exclude"),
            metavar="GLOB",
            help="Files to pass over besides those excluded.",
        ),
        click.option(
            "--exclude",
            multiple=True,
            callback=split_names,
            envvar=variable("--exclude"),
            metavar="GLOB",
            help="Files and folders to pass over, as in .gitignore.",
        ),
        click.option(
            "--files-from",
            type=click.Path(path_type=Path, allow_dash=True),
            envvar=variable("--files-from"),
            metavar="FILE",
            help="Read further PATHS from a file, one a line; - is standard input.",
        ),
        click.option("--isolated", is_flag=True, envvar=variable("--isolated"), help="Look for no configuration file."),
        click.option(
            "--config",
            "configs",
            multiple=True,
            envvar=variable("--config"),
            metavar="FILE|KEY=VALUE",
            help="A configuration file, or one setting; several may be given.",
        ),
    ):
        command = add(command)
    return command


def policy_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options on which findings count."""
    for add in (
        click.option("--ignore-suppressions", is_flag=True, envvar=variable("--ignore-suppressions"), help="Heed no comment in a text."),
        click.option(
            "--require-reason/--no-require-reason",
            default=False,
            envvar=variable("--require-reason"),
            help="A suppression without a reason does not hold.",
        ),
        click.option(
            "--ignore",
            multiple=True,
            callback=split_names,
            envvar=variable("--ignore"),
            metavar="RULES",
            help="Do not report these rules, topics or verdicts.",
        ),
        click.option(
            "--select",
            multiple=True,
            callback=split_names,
            envvar=variable("--select"),
            metavar="RULES",
            help="Report these rules, topics or verdicts alone.",
        ),
    ):
        command = add(command)
    return command


def layer_of(ctx: click.Context) -> Layer:
    """Return the settings that hold for the command of `ctx`, each with its origin; raises ConfigurationError."""
    from claimcheck.settings.load import load_settings  # noqa: PLC0415 - --help needs none of it

    given = _listed(ctx)
    named = tuple(path for path in (*ctx.params.get("paths", ()), *given) if path != STDIN)
    return load_settings(
        named,
        ctx.params.get("configs", ()),
        isolated=bool(ctx.params.get("isolated")),
        environment=_given(ctx, ParameterSource.ENVIRONMENT, given),
        options=_given(ctx, ParameterSource.COMMANDLINE, given),
    )


def paths_of(layer: Layer, ctx: click.Context) -> tuple[Path, ...]:
    """Return the paths to read; a command line that names none takes those of the settings."""
    if not layer.values.paths:
        message = "Missing argument 'PATHS...': name files or folders, or set paths = [...] in claimcheck.toml"
        raise click.UsageError(message, ctx)
    return layer.values.paths


def _given(ctx: click.Context, source: ParameterSource, listed: Sequence[Path]) -> Layer:
    """Return the settings whose value is from `source`."""
    from claimcheck.settings.keys import KEYS  # noqa: PLC0415 - as above
    from claimcheck.settings.values import Layer, configuration_of  # noqa: PLC0415 - as above

    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for key in KEYS:
        name = key.field
        if name in ctx.params and ctx.get_parameter_source(name) is source and ctx.params[name] not in (None, ()):
            values[name] = ctx.params[name]
            origins[name] = variable(f"--{key.name}") if source is ParameterSource.ENVIRONMENT else key.option or f"--{key.name}"
    if listed and source is ParameterSource.COMMANDLINE:
        values["paths"] = (*ctx.params.get("paths", ()), *listed)
        origins["paths"] = "--files-from"
    return Layer(values=configuration_of(values), origins=origins)


def _listed(ctx: click.Context) -> tuple[Path, ...]:
    """Return the paths that --files-from lists, relative to the current folder; empty lines are passed over."""
    file: Path | None = ctx.params.get("files_from")
    if file is None:
        return ()
    try:
        content = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
    except OSError as error:
        raise InputError(Problem(path=file.as_posix(), message=f"cannot be read: {error.strerror}")) from error
    rows = content.decode("utf-8", "surrogateescape").replace("\0", "\n").splitlines()
    return tuple(Path(row) for row in rows if row.strip())
