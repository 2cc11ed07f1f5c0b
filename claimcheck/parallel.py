"""The same work on many things, in several processes, with the results in the order of the things."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

PORTIONS = 8  # for each process, so that one with long tasks does not keep the others waiting at the end
MOST_IN_PORTION = 32


def in_processes(compute: Callable[[T], R], tasks: Sequence[T], jobs: int) -> Iterator[R]:
    """Yield `compute` of each task, in their order, however many processes share the work.

    `compute` and the tasks must pickle. Where the system can, processes begin as copies of this one and bring what it
    has loaded.

    >>> list(in_processes(len, ["a", "bcd"], 2))
    [1, 3]
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most runs need one process
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    portion = max(1, min(MOST_IN_PORTION, len(tasks) // (jobs * PORTIONS)))
    context = get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=context) as pool:
        yield from pool.map(compute, tasks, chunksize=portion)
