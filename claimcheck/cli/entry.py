"""The command `claimcheck`: finds the command meant, and turns every outcome into an exit status."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from claimcheck.cli.streams import say, silence_output
from claimcheck.errors import ClaimcheckError
from claimcheck.version import VERSION

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
COMMANDS = {
    "baseline": "claimcheck.cli.baseline",
    "check": "claimcheck.cli.check",
    "completion": "claimcheck.cli.completion",
    "diff": "claimcheck.cli.diff",
    "extract": "claimcheck.cli.extract",
    "rules": "claimcheck.cli.rules",
    "schema": "claimcheck.cli.schema",
    "server": "claimcheck.cli.server",
    "why": "claimcheck.cli.why",
}
COLLECT_SELDOM = 1_000_000
OWN_OPTIONS = ("--help", "-h", "--version", "-V")
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Commands(click.Group):
    """A group whose commands are imported when named, and whose first word may be left out: it is `check`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` in front of arguments that name no command; without any, the settings say what to check."""
        is_begun = bool(args) or not ctx.resilient_parsing  # a shell that completes the first word has none yet
        if is_begun and (not args or (args[0] not in COMMANDS and args[0] not in OWN_OPTIONS)):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the alphabet."""
        del ctx
        return list(COMMANDS)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what may stand first: a command, an option of `check`, or else a path."""
        check = self.get_command(ctx, "check")
        below = check.shell_complete(click.Context(check, parent=ctx, info_name="check"), incomplete) if check is not None else []
        own = super().shell_complete(ctx, incomplete)
        known = {entry.value for entry in own}
        found = [*own, *(entry for entry in below if entry.value not in known)]
        return found or [CompletionItem(incomplete, type="file")]  # bash shows either words or files

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command


def print_version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    """Print the version of the program and that of the language data it reads with."""
    del parameter
    if not value or ctx.resilient_parsing:
        return
    from claimcheck.lexicon.load import data_version  # noqa: PLC0415 - only here; it brings babel only where nothing is cached

    click.echo(f"claimcheck {VERSION} (CLDR {data_version()})")
    ctx.exit()


@click.group(cls=Commands, context_settings=CONTEXT)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_version,
    help="Show the version, and that of the language data (CLDR), and exit.",
)
def program() -> None:
    """Say whether the figures in articles about one story agree, in any language.

    `claimcheck PATH...` is short for `claimcheck check PATH...`.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not do what was asked.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; every error becomes a message on standard error."""
    try:
        status = program.main(args=None if arguments is None else list(arguments), prog_name="claimcheck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return FAILED
    except click.ClickException as error:
        error.show()
        return _tell(FAILED, "the command line was not understood")
    except ClaimcheckError as error:
        say(str(error))
        return _tell(FAILED, "could not do what was asked")
    except (KeyboardInterrupt, click.Abort):
        return _tell(INTERRUPTED, "interrupted")
    except BrokenPipeError:
        silence_output()
        return CLEAN
    except Exception as error:
        if os.environ.get("CLAIMCHECK_DEBUG"):
            raise
        say(f"internal error: {type(error).__name__}: {error}\n  help: CLAIMCHECK_DEBUG=1 shows where; please report it")
        return _tell(FAILED, "internal error")
    return status if isinstance(status, int) else CLEAN


def main() -> None:
    """Run the command line and leave with its exit status.

    Everything here is a tree of values that reference counts free, and the process ends with the command: collecting
    cycles and taking the interpreter down in good order cost a tenth of a short run and gain nothing.
    """
    gc.set_threshold(COLLECT_SELDOM)
    status = run()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            silence_output()
    os._exit(status)


def _tell(status: int, reason: str) -> int:
    """Print as the last line why the exit status is not 0."""
    say(f"claimcheck: exit status {status}: {reason}")
    return status
