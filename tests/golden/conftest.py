"""Exact outputs, kept in files beside the tests; `pytest tests/golden --update-golden` writes them anew."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "unit"))  # report_values


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew from what the program prints")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return what compares a text with a golden file, or writes it with --update-golden."""
    update = bool(request.config.getoption("--update-golden", default=False))

    def compare(name: str, text: str) -> None:
        path = HERE / name
        if update:
            path.write_bytes(text.encode())
        assert path.is_file(), f"{name} is missing: pytest tests/golden --update-golden"
        assert text == path.read_bytes().decode()

    return compare
