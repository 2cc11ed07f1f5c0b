"""What all tests share: how long hypothesis looks, a cache of their own, and exact outputs in files.

`pytest tests/golden --update-golden` writes those files anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("ci", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture
def claimcheck(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return what runs the command: exit status, standard output, standard error."""
    from claimcheck.cli.entry import run  # noqa: PLC0415 - most tests need no command

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run(arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return command


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the tests' cache apart from the user's; commands that tests start inherit it."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("CLAIMCHECK_CACHE_DIR")
    os.environ["CLAIMCHECK_CACHE_DIR"] = str(folder)
    yield folder
    if before is None:
        del os.environ["CLAIMCHECK_CACHE_DIR"]
    else:
        os.environ["CLAIMCHECK_CACHE_DIR"] = before


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew from what the program prints")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return what compares a text with a golden file, or writes it with --update-golden."""
    update = bool(request.config.getoption("--update-golden", default=False))

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.write_bytes(text.encode())
        assert path.is_file(), f"{name} is missing: pytest tests/golden --update-golden"
        assert text == path.read_bytes().decode()

    return compare
