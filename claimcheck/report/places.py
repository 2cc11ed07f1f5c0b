"""Where claims stand, as people and editors write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.span import Position

Places = Mapping[str, Callable[[int], Position]]


def place_of(claim: Claim, report: Report, places: Places) -> str:
    """Return file:line:column of a claim, as editors and terminals open it."""
    position = places[claim.document](claim.span.start)
    return f"{path_of(claim, report)}:{position.line}:{position.column}"


def path_of(claim: Claim, report: Report) -> str:
    """Return the path of a claim's source, or its id where it is no file."""
    return report.sources[claim.document].path or claim.document


def source_langs(report: Report) -> dict[str, str]:
    """Return the language of each source: as declared, else the one that most of its figures were read in, else ""."""
    read: dict[str, Counter[str]] = {id_: Counter() for id_ in report.sources}
    for claim in report.claims.values():
        read[claim.document][claim.evidence.lang] += 1
    return {
        id_: source.lang or max(read[id_], key=lambda lang: (read[id_][lang], lang), default="") for id_, source in report.sources.items()
    }


def common_folder(paths: Sequence[str]) -> str:
    """Return the folder that all of several paths lie in, or "" where there is none to speak of.

    >>> common_folder(["desk/a.txt", "desk/wire/b.txt"]), common_folder(["a.txt", "b.txt"]), common_folder(["desk/a.txt"])
    ('desk', '', '')
    """
    folders = [PurePosixPath(path).parent.parts for path in paths if path]
    if len(folders) < 2 or len(folders) < len(paths):
        return ""
    shared = [parts[0] for parts in zip(*folders, strict=False) if len(set(parts)) == 1]
    longest = next(
        (length for length in range(len(shared), 0, -1) if all(list(folder[:length]) == shared[:length] for folder in folders)), 0
    )
    return PurePosixPath(*shared[:longest]).as_posix() if longest else ""
