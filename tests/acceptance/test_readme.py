"""What the README shows is what the program does; `make readme` renews it."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from types import ModuleType

import pytest
from shared import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")


def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme", PROJECT / "bench" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_report_on_the_corpus_is_the_real_one() -> None:
    readme = writer()
    assert readme.with_report(README, readme.report()) == README


def test_library_example_runs_and_finds_the_agreement() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, check=True, cwd=PROJECT)
    assert done.stdout.decode("utf-8").startswith("agreement $38 billion 38.000 millones de dólares ")


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^claimcheck (\w+)", README, re.MULTILINE))))
def test_commands_of_the_readme_exist(command: str) -> None:
    done = subprocess.run([sys.executable, "-m", "claimcheck", command, "--help"], capture_output=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stderr


def test_make_targets_of_the_readme_exist() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^make (\w+)", README, re.MULTILINE)
    assert targets == ["run", "test"]
    assert all(f"\n{target}:" in makefile for target in targets)
