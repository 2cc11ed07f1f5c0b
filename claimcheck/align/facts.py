"""Links to clusters: claims that speak of one thing, sources that repeat one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def cluster(ids: Sequence[str], links: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return the ids as clusters joined by `links`; clusters and their members keep the order of `ids`.

    >>> cluster(("a", "b", "c"), [("c", "a")])
    (('a', 'c'), ('b',))
    """
    home = {id_: place for place, id_ in enumerate(ids)}
    members: dict[int, list[str]] = {place: [id_] for place, id_ in enumerate(ids)}
    for a, b in links:
        keep, drop = sorted((home[a], home[b]))
        if keep == drop:
            continue
        moved = members.pop(drop)
        members[keep] += moved
        home.update(dict.fromkeys(moved, keep))
    order = {id_: place for place, id_ in enumerate(ids)}
    return tuple(tuple(sorted(own, key=order.__getitem__)) for _, own in sorted(members.items()))
