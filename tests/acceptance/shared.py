"""The labelled stories and articles that live outside the project; tests on them are skipped where they are missing."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claimcheck import pipeline
from claimcheck.model.report import Report
from claimcheck.report.record import record_of

SHARED = Path("/work/shared")
STORIES = SHARED / "stories"
SEEDS = SHARED / "seeds"
PROJECT = Path(__file__).parents[2]

needs_shared = pytest.mark.skipif(not STORIES.is_dir(), reason="the labelled stories are not on this machine")

Figure = dict[str, Any]


@lru_cache(maxsize=8)
def gold(story: str) -> dict[str, list[Figure]]:
    """Return the labels of a story: figures and relations."""
    labels: dict[str, list[Figure]] = json.loads((STORIES / story / "gold.json").read_text(encoding="utf-8"))
    return labels


def figures_of(story: str, source: str) -> list[Figure]:
    """Return the labelled figures of one source, in order."""
    return [figure for figure in gold(story)["figures"] if figure["source"] == source]


@lru_cache(maxsize=1)
def scorer() -> ModuleType:
    """Return the shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_stories", SHARED / "score" / "score_stories.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_stories"] = module
    spec.loader.exec_module(module)
    return module


def lay_out(story: str, folder: Path, *, only_seeds: bool = False) -> Path:
    """Copy the sources of a story with their manifest into `folder`."""
    scorer().lay_out(STORIES / story, folder, SEEDS)
    if only_seeds:
        manifest = (folder / "sources.toml").read_text(encoding="utf-8").split("[[source]]")
        kept = [table for table in manifest if not table.strip() or any(f'"{path.name}"' in table for path in SEEDS.iterdir())]
        (folder / "sources.toml").write_text("[[source]]".join(kept), encoding="utf-8")
        for path in folder.iterdir():
            if path.suffix == ".txt" and not (SEEDS / path.name).exists():
                path.unlink()
    return folder


def copy_of(folder: Path, target: Path) -> Path:
    """Copy `folder` to `target`."""
    return Path(shutil.copytree(folder, target))


def recorded(report: Report) -> dict[str, Any]:
    """Return `report` as its JSON."""
    return dict(record_of(report, {id_: pipeline.places(source) for id_, source in report.sources.items()}))
