"""Options that several commands share; each can also be set as CLAIMCHECK_<NAME> in the environment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

if TYPE_CHECKING:
    from claimcheck.pipeline import Settings

P = ParamSpec("P")
R = TypeVar("R")

EXISTING = click.Path(path_type=Path)


def variable(name: str) -> str:
    """Return the environment variable of an option.

    >>> variable("--fail-on")
    'CLAIMCHECK_FAIL_ON'
    """
    return "CLAIMCHECK_" + name.lstrip("-").replace("-", "_").upper()


RULE_OPTIONS = (
    click.option(
        "--no-bundled-rules", is_flag=True, envvar=variable("--no-bundled-rules"), help="Leave out the rules that come with claimcheck."
    ),
    click.option(
        "--rules",
        type=EXISTING,
        multiple=True,
        envvar=variable("--rules"),
        metavar="PATH",
        help="A rule file or a folder of them, besides the bundled ones.",
    ),
)


def rule_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options on which rules are meant."""
    for add in RULE_OPTIONS:
        command = add(command)
    return command


def against_option(about: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return the option that names the corpus to compare with; `about` says what for."""
    return click.option("--against", type=EXISTING, multiple=True, envvar=variable("--against"), metavar="CORPUS", help=about)


def reading_options(command: Callable[P, R]) -> Callable[P, R]:
    """Add the options on how sources and rules are read."""
    for add in (
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=1),
            default=1,
            envvar=variable("--jobs"),
            help="Files read at once; never changes the result.",
        ),
        click.option("--no-cache", is_flag=True, envvar=variable("--no-cache"), help="Neither use nor write the cache of what was read."),
        *RULE_OPTIONS,
        click.option(
            "--encoding", default="", envvar=variable("--encoding"), metavar="NAME", help="Encoding of the files, where it is not declared."
        ),
        click.option(
            "--lang", default="", envvar=variable("--lang"), metavar="TAG", help="Language of the sources (BCP 47), where they do not say."
        ),
    ):
        command = add(command)
    return command


def output_file(command: Callable[P, R]) -> Callable[P, R]:
    """Add -o."""
    return click.option(
        "-o",
        "--output-file",
        type=click.Path(path_type=Path),
        envvar=variable("--output-file"),
        help="Write there, not to standard output.",
    )(command)


def color_option(command: Callable[P, R]) -> Callable[P, R]:
    """Add --color."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        envvar=variable("--color"),
        help="Colours; auto follows NO_COLOR, FORCE_COLOR and the terminal.",
    )(command)


def stdin_name(command: Callable[P, R]) -> Callable[P, R]:
    """Add --stdin-filename."""
    return click.option(
        "--stdin-filename",
        default="",
        envvar=variable("--stdin-filename"),
        metavar="PATH",
        help="Name of the text on standard input; its ending tells the format.",
    )(command)


def settings_of(*, rules: tuple[Path, ...], no_bundled_rules: bool, no_cache: bool, jobs: int) -> Settings:
    """Return the settings of the pipeline."""
    from claimcheck.pipeline import Settings  # noqa: PLC0415 - the pipeline is heavy, and --help needs none of it

    return Settings(rules=rules, bundled=not no_bundled_rules, cache=not no_cache, jobs=jobs)
