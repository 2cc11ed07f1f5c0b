"""The settings that hold for a run: defaults, the nearest file, --config KEY=VALUE, then what environment and options say."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck.settings.find import common_parent, find_file
from claimcheck.settings.values import Layer

PAIR = "="
NOTHING = Layer()


def load_settings(
    paths: Sequence[Path], configs: Sequence[str] = (), *, isolated: bool = False, environment: Layer = NOTHING, options: Layer = NOTHING
) -> Layer:
    """Return the settings for a run on `paths`; `configs` are files or KEY=VALUE, of which the last file counts.

    With `isolated` no file is looked for. What `environment` says goes before the file, KEY=VALUE before both, `options`
    before all. Paths in a file are relative to it. Raises ConfigurationError.
    """
    files = [Path(config) for config in configs if PAIR not in config or Path(config).is_file()]
    pairs = [config for config in configs if PAIR in config and not Path(config).is_file()]
    file = files[-1] if files else None if isolated else find_file(common_parent(paths))
    if file is None and not pairs:
        return options.over(environment) if environment.origins or options.origins else NOTHING
    from claimcheck.settings.read import read_file, read_pair  # noqa: PLC0415 - most runs have no configuration

    layer = environment.over(_with_rules_beside(read_file(file).over(NOTHING)) if file is not None else NOTHING)
    for pair in pairs:
        layer = read_pair(pair).over(layer)
    return options.over(layer)


def _with_rules_beside(layer: Layer) -> Layer:
    """Return the settings of a file that names no rules with those in rules/ beside it, where there are any."""
    folder = layer.values.root / "rules"
    if "rules" in layer.origins or next(folder.rglob("*.toml"), None) is None:
        return layer
    origins = {**layer.origins, "rules": f"rules/ beside {layer.values.file}"}
    return Layer(values=replace(layer.values, rules=(Path(os.path.relpath(folder)),)), origins=origins)
