"""`claimcheck completion`: the script that lets a shell complete commands, options and paths."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from claimcheck.cli.streams import write

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_CLAIMCHECK_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    r"""Print the script that completes `claimcheck` in SHELL.

    bash: eval "$(claimcheck completion bash)" in ~/.bashrc; zsh: the same in ~/.zshrc; fish: claimcheck completion fish >
    ~/.config/fish/completions/claimcheck.fish
    """
    from claimcheck.cli.entry import program  # noqa: PLC0415 - it imports this module

    maker = get_completion_class(shell)
    if maker is None:  # click knows all three
        raise click.UsageError(f"no completion for {shell}")
    write(maker(program, {}, "claimcheck", VARIABLE).source(), None)
    return 0
