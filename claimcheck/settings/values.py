"""The settings of a run as one value, and how layers of them are put on top of one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields, replace
from pathlib import Path

from claimcheck.read.metadata import Metadata
from claimcheck.values import dataclass

DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What the keys of `settings.keys` say; paths are as the run sees them, patterns are relative to `root`."""

    root: Path = Path()
    file: str = ""
    paths: tuple[Path, ...] = ()
    against: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    baseline: Path | None = None
    fail_on: str = "error"
    strict: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    require_reason: bool = False
    lang: str = ""
    encoding: str = ""
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    jobs: int = 1
    sources: tuple[tuple[str, Metadata], ...] = ()


def configuration_of(values: Mapping[str, object], *, root: Path = Path(), file: str = "") -> Configuration:
    """Return a configuration of values that were read in the form of their keys."""
    return Configuration(root=root, file=file, **values)  # type: ignore[arg-type] # the reader and click have seen to it


TABLES = ("levels", "per_file_ignores", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Settings of one origin or several, and where each is from: "desk.toml:3", "CLAIMCHECK_LANG", "--lang".

    `origins` is keyed by the field; entries of tables have their own ("levels.core/disjoint").
    """

    values: Configuration = field(default_factory=Configuration)
    origins: Mapping[str, str] = field(default_factory=dict)

    def over(self, lower: Layer) -> Layer:
        """Return these settings on top of `lower`: lists are replaced, tables merged entry by entry, extend-exclude grows."""
        changed = {
            one.name: getattr(self.values, one.name)
            for one in fields(Configuration)
            if one.name in self.origins or (one.name in ("root", "file") and self.values.file)
        }
        for name in TABLES:
            if name in changed:
                changed[name] = tuple({**dict(getattr(lower.values, name)), **dict(changed[name])}.items())
        if "extend_exclude" in changed:
            changed["extend_exclude"] = tuple(dict.fromkeys((*lower.values.extend_exclude, *self.values.extend_exclude)))
        return Layer(values=replace(lower.values, **changed), origins={**lower.origins, **self.origins})

    def origin(self, name: str) -> str:
        """Return where a setting is from."""
        return self.origins.get(name, DEFAULT)
