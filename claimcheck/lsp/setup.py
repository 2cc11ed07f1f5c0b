"""What the settings of a workspace come to for its server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from claimcheck.pipeline import Settings
from claimcheck.read.choice import Choice
from claimcheck.settings.values import Layer
from claimcheck.values import dataclass

DEFAULT_BASELINE = Path("claimcheck-baseline.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The settings with their origins, those of the pipeline, which files are read and how.

    `paths` and `against` name the corpus: what open articles are compared with.
    """

    layer: Layer
    settings: Settings
    choice: Choice

    @property
    def is_named(self) -> bool:
        """True where the settings say what the corpus is; else it is the workspace's folder."""
        return bool(self.layer.values.paths or self.layer.values.against)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files and folders of the corpus."""
        values = self.layer.values
        return (*values.paths, *values.against) or (Path(),)

    @property
    def baseline(self) -> Path:
        """The file that findings are accepted in."""
        return self.layer.values.baseline or DEFAULT_BASELINE


Configure = Callable[[tuple[str, ...]], Setup]
"""Reads the settings, with what the client adds as `--config` does; raises ClaimcheckError."""
