"""What a client asks for in its own settings."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

from claimcheck.values import dataclass

OPEN_FILES, WORKSPACE = "openFilesOnly", "workspace"
MODES: Final = (OPEN_FILES, WORKSPACE)
NAMES: Final = ("diagnosticMode", "codeLens", "config")
SECTION: Final = "claimcheck"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`mode` says of which articles something is reported, `lens` whether facts stand above their lines.

    `config` are configuration files or KEY=VALUE, as for --config. `faults` is what was not understood.
    """

    mode: str = OPEN_FILES
    lens: bool = True
    config: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def options_of(given: object) -> Options:
    """Return the options in what a client sends, under "claimcheck" or bare; what is missing or wrong is as by default.

    >>> options_of({"claimcheck": {"diagnosticMode": "workspace"}}).mode
    'workspace'
    >>> options_of({"diagnosticmode": "workspace"}).faults
    ("unknown setting 'diagnosticmode': did you mean 'diagnosticMode'?",)
    """
    if isinstance(given, Mapping) and isinstance(given.get(SECTION), Mapping):
        given = given[SECTION]
    if not isinstance(given, Mapping):
        return Options()
    faults = [_unknown(str(name)) for name in given if name not in NAMES]
    mode, lens, config = given.get("diagnosticMode", OPEN_FILES), given.get("codeLens", True), given.get("config", [])
    if mode not in MODES:
        faults.append(f"diagnosticMode is {mode!r}: use one of {', '.join(MODES)}")
    if not isinstance(lens, bool):
        faults.append(f"codeLens is {lens!r}: use true or false")
    texts = [config] if isinstance(config, str) else config
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        faults.append("config is no list of texts: name files, or KEY=VALUE")
        texts = []
    return Options(
        mode=mode if mode in MODES else OPEN_FILES,
        lens=lens if isinstance(lens, bool) else True,
        config=tuple(texts),
        faults=tuple(faults),
    )


def _unknown(name: str) -> str:
    near = get_close_matches(name, NAMES, n=1)
    return f"unknown setting '{name}': " + (f"did you mean '{near[0]}'?" if near else f"there are {', '.join(NAMES)}")
