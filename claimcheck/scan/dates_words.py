"""Looking up lexicon terms at a place of a text, forwards and backwards."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.lexicon.language import Language, Role, Term

CJK = "\u2e80"  # the first of the scripts that put no edge between a word and its neighbour
SPACES = " \t\u3000\u200e\u200f"
RANGE_SIGNS = "-\u2013\u2014~\u301c\uff5e"


@dataclass(frozen=True, slots=True)
class Page:
    """A text to read in, with its folded form, the language it is read in, and when it was published ("" for unknown)."""

    text: str
    folded: str
    language: Language
    published: str


@dataclass(frozen=True, slots=True)
class Found:
    """A term and the stretch of text it stands in."""

    start: int
    end: int
    term: Term


def is_letter(char: str) -> bool:
    """Return whether `char` is a letter or a mark that belongs to one, so no digit, sign or space; "" is none."""
    if char.isascii():
        return char.isalpha()
    return char.isalpha() or unicodedata.category(char)[0] == "M"


def skip_spaces(folded: str, place: int) -> int:
    """Return the first place from `place` on that is no space; one line break counts as a space."""
    size = len(folded)
    breaks = 0
    while place < size and (folded[place] in SPACES or folded[place] == "\n"):
        breaks += folded[place] == "\n"
        if breaks > 1:
            return place
        place += 1
    return place


def skip_spaces_back(folded: str, place: int) -> int:
    """Return the end of what stands before `place`, spaces and one line break left out."""
    breaks = 0
    while place > 0 and (folded[place - 1] in SPACES or folded[place - 1] == "\n"):
        breaks += folded[place - 1] == "\n"
        if breaks > 1:
            return place
        place -= 1
    return place


def digits_end(folded: str, place: int, most: int = 9) -> int:
    """Return where the run of decimal digits at `place` ends, after `most` at the latest."""
    size = min(len(folded), place + most)
    while place < size and folded[place].isdecimal():
        place += 1
    return place


def find(page: Page, place: int, roles: frozenset[Role], *, side: str = "") -> Found | None:
    """Return the longest term of one of `roles` that begins at `place`.

    `side` "behind" wants one that may stand behind what it belongs to, "only behind" one that may not stand before it;
    scripts without spaces do not tell the two apart.
    """
    folded, language = page.folded, page.language
    for size in _lengths(language, folded[place : place + 2]):
        end = place + size
        for term in language.terms.get(folded[place:end], ()):
            if term.role not in roles or (side and not (term.suffix and (side == "behind" or not term.prefix or not language.spaced))):
                continue
            if term.glued or not language.spaced or not _hold_together(folded, end):
                return Found(place, end, term)
    return None


def find_next(page: Page, place: int, roles: frozenset[Role], *, side: str = "") -> Found | None:
    """Return the longest term of one of `roles` that begins behind the spaces at `place`; `side` as in `find`."""
    return find(page, skip_spaces(page.folded, place), roles, side=side)


def find_back(page: Page, place: int, roles: frozenset[Role]) -> Found | None:
    """Return the longest term of one of `roles` that ends before the spaces that end at `place` and may stand before a date."""
    folded, language = page.folded, page.language
    end = skip_spaces_back(folded, place)
    for size in _lengths_back(language, folded[max(0, end - 2) : end]):
        start = end - size
        if start < 0:
            continue
        for term in language.terms.get(folded[start:end], ()):
            if term.role in roles and term.prefix and (term.glued or not language.spaced or not _hold_together(folded, start)):
                return Found(start, end, term)
    return None


def has_role(page: Page, found: Found, role: Role) -> bool:
    """Return whether the words of `found` can also play `role`."""
    return any(term.role is role for term in page.language.terms.get(page.folded[found.start : found.end], ()))


def skip_found(page: Page, place: int, roles: frozenset[Role], most: int = 2) -> int:
    """Return the place behind at most `most` terms of `roles` and the spaces and commas around them."""
    for _ in range(most):
        found = find_next(page, place, roles)
        if found is None:
            return place
        place = found.end
    return place


def _lengths(language: Language, pair: str) -> Iterator[int]:
    if len(pair) == 2:
        yield from language.lengths.get(pair, ())
    if pair:
        yield from language.lengths.get(pair[0], ())


def _lengths_back(language: Language, pair: str) -> Iterator[int]:
    if len(pair) == 2:
        yield from language.lengths_back.get(pair, ())
    if pair:
        yield from language.lengths_back.get(pair[-1], ())


def _hold_together(folded: str, place: int) -> bool:
    """Return whether letters of one script stand on both sides of `place`; digits make an edge ("20h", "Q1")."""
    if not 0 < place < len(folded):
        return False
    before, after = folded[place - 1], folded[place]
    return is_letter(before) and is_letter(after) and (before < CJK) == (after < CJK)
