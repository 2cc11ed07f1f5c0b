"""`claimcheck server`: the language server, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimcheck.cli.configured import config_options, layer_of, policy_options
from claimcheck.cli.options import EXISTING, reading_options, settings_of, variable
from claimcheck.errors import InputError, Problem

if TYPE_CHECKING:
    from claimcheck.lsp.setup import Setup

EXTRA = "pip install 'claimcheck-desk[lsp]'"


@click.command("server")
@click.argument("paths", nargs=-1, type=EXISTING)
@click.option(
    "--against", type=EXISTING, multiple=True, envvar=variable("--against"), metavar="CORPUS", help="Compare open articles with these, too."
)
@policy_options
@config_options
@reading_options
@click.pass_context
def command(ctx: click.Context, /, *, no_bundled_rules: bool, no_cache: bool, **_settings: object) -> int:
    """Serve an editor: findings while typing, on standard input and output.

    PATHS are the corpus; without any, that of the settings or the folder that the editor opened. All paths are relative to it.
    """
    try:
        from claimcheck.lsp.server import serve  # noqa: PLC0415 - pygls takes 0.4 s, and is an extra
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("pygls", "lsprotocol", "attrs", "attr", "cattrs"):
            raise
        raise InputError(Problem(path="claimcheck server", message=f"needs {error.name}, which is not installed", hint=EXTRA)) from error
    given = tuple(ctx.params["configs"])

    def configure(configs: tuple[str, ...]) -> Setup:
        from claimcheck.cli.sources import reading_of  # noqa: PLC0415 - with the pipeline
        from claimcheck.lsp.setup import Setup  # noqa: PLC0415 - as above

        ctx.params["configs"] = (*configs, *given)
        layer = layer_of(ctx)
        settings = settings_of(rules=layer.values.rules, no_bundled_rules=no_bundled_rules, no_cache=no_cache, jobs=layer.values.jobs)
        return Setup(layer=layer, settings=settings, choice=reading_of(layer, quiet=True).choice)

    serve(configure)
    return 0
