"""What all tests share: how long hypothesis looks, and a cache of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


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
