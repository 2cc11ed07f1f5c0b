"""The wheel alone, far from the project's folder: its rules travel with it and it works on any path."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from shared import PROJECT


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=PROJECT, check=True, capture_output=True
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_data_files_are_inside(unpacked: Path) -> None:
    inside = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    rules = {f"claimcheck/bundled_rules/{path.relative_to(PROJECT / 'rules').as_posix()}" for path in (PROJECT / "rules").rglob("*.toml")}
    data = {
        path.relative_to(PROJECT).as_posix() for path in (PROJECT / "claimcheck").rglob("*") if path.suffix in {".toml", ".json", ".typed"}
    }
    assert rules
    assert rules | data <= inside
    assert not [name for name in inside if name.startswith(("tests/", "corpus/", "bench/"))]


def test_wheel_works_in_an_empty_folder(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Zelvora signed a deal with Ombrella worth $38 billion.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Zelvora et Ombrella ont signé un contrat de 35 milliards de dollars.", encoding="utf-8")
    start = f"import sys; sys.path.insert(0, {str(unpacked)!r}); from claimcheck.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-I", "-c", start, "check", "a.txt", "b.txt", "--output-format", "json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache")},
    )
    assert done.returncode in {0, 1}, done.stderr
    report = json.loads(done.stdout)
    assert {claim["text"] for claim in report["claims"].values()} == {"$38 billion", "35 milliards de dollars"}
