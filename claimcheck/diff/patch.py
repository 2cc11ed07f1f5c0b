"""JSON Patch (RFC 6902) between two records, with JSON Pointers (RFC 6901)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.report.jsonable import Json, json_text

Step = dict[str, Json]


def pointer(*parts: str | int) -> str:
    """Return a JSON Pointer.

    >>> pointer("claims", "desk/a.md#1", 0)
    '/claims/desk~1a.md#1/0'
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def patch_text(old: Json, new: Json) -> str:
    """Return the patch as JSON text, one operation a line."""
    rows = [json_text(step, indent=None) for step in patch(old, new)]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def patch(old: Json, new: Json, at: tuple[str | int, ...] = ()) -> Iterator[Step]:
    """Yield the operations that, applied in order to `old`, make it `new`."""
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _patch_object(old, new, at)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _patch_array(old, new, at)
    elif not is_equal(old, new):
        yield {"op": "replace", "path": pointer(*at), "value": new}


def _patch_object(old: dict[str, Json], new: dict[str, Json], at: tuple[str | int, ...]) -> Iterator[Step]:
    for key in old:
        if key not in new:
            yield {"op": "remove", "path": pointer(*at, key)}
    for key, value in new.items():
        if key not in old:
            yield {"op": "add", "path": pointer(*at, key), "value": value}
        else:
            yield from patch(old[key], value, (*at, key))


def _patch_array(old: Sequence[Json], new: Sequence[Json], at: tuple[str | int, ...]) -> Iterator[Step]:
    """Yield the operations on an array: what both begin and end with stays, the middle is changed entry by entry."""
    start = 0
    while start < min(len(old), len(new)) and is_equal(old[start], new[start]):
        start += 1
    same = 0
    while same < min(len(old), len(new)) - start and is_equal(old[-1 - same], new[-1 - same]):
        same += 1
    ours, theirs = old[start : len(old) - same], new[start : len(new) - same]
    both = min(len(ours), len(theirs))
    for place in range(both):
        yield from patch(ours[place], theirs[place], (*at, start + place))
    for place in reversed(range(both, len(ours))):
        yield {"op": "remove", "path": pointer(*at, start + place)}
    for place in range(both, len(theirs)):
        yield {"op": "add", "path": pointer(*at, start + place), "value": theirs[place]}


def is_equal(old: Json, new: Json) -> bool:
    """Return whether two values are one in JSON: true is not 1, and 1 is 1.0.

    >>> is_equal(True, 1), is_equal([1], [1.0]), is_equal({"a": None}, {})
    (False, True, False)
    """
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(is_equal(value, new[key]) for key, value in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(is_equal(one, other) for one, other in zip(old, new, strict=True))
    return isinstance(old, bool) == isinstance(new, bool) and old == new
