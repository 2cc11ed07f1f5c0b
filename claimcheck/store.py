"""A cache of values on disk, keyed by what they were computed from.

Values are pickled, so the folder is as trusted as the program itself. A broken or unreadable entry is a miss.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def cache_folder() -> Path:
    """Return the folder of the cache: $CLAIMCHECK_CACHE_DIR, else claimcheck/ under the user's cache folder."""
    chosen = os.environ.get("CLAIMCHECK_CACHE_DIR")
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(base) / "claimcheck"


def digest(*parts: str | bytes) -> str:
    """Return 32 hexadecimal digits for `parts` in their order."""
    whole = hashlib.blake2b(digest_size=16)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(content).to_bytes(8, "big"))
        whole.update(content)
    return whole.hexdigest()


@lru_cache(maxsize=1)
def state_of_code() -> str:
    """Return what changes when any code or data file of the package does: names, sizes and times, not contents.

    What the cache holds was computed by that code; without this, an update would be answered from before it.
    """
    parts: list[str] = []
    folders = [os.fspath(Path(__file__).parent)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".toml")):
                    state = entry.stat()
                    parts.append(f"{entry.path} {state.st_size} {state.st_mtime_ns}")
                elif entry.name != "__pycache__" and entry.is_dir():
                    folders.append(entry.path)
    return digest(*sorted(parts))


def once(shelf: str, key: str, kind: type[T], compute: Callable[[], T]) -> T:
    """Return the value of a type kept under `key`, or compute and keep it."""
    kept = recall(shelf, key)
    if isinstance(kept, kind):
        return kept
    computed = compute()
    keep(shelf, key, computed)
    return computed


def recall(shelf: str, key: str) -> object | None:
    """Return the value kept under `key`, or None; the caller checks its type."""
    try:
        kept: object = pickle.loads((cache_folder() / shelf / key).read_bytes())  # noqa: S301 - our own folder
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache entry, computing it again is right
        return None
    return kept


def keep(shelf: str, key: str, value: object) -> None:
    """Keep `value` under `key`; a folder that cannot be written is no error."""
    folder = cache_folder() / shelf
    fresh = folder / f"{key}.{os.getpid()}"  # whole when it takes its name; tempfile would bring 4 ms of modules
    written = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(written)
        fresh.replace(folder / key)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
