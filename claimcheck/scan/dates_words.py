"""Looking up lexicon terms at a place of a text, forwards and backwards."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.lexicon.language import Language, Role
from claimcheck.scan.index import CJK, index_of, is_letter
from claimcheck.scan.scene import Hit, roles_of

SPACES = " \t\u3000\u200e\u200f"
RANGE_SIGNS = "-\u2013\u2014~\u301c\uff5e"


Found = Hit  # a term and the stretch of text it stands in


class Page:
    """A text to read in, with its folded form, the language it is read in, and when it was published ("" for unknown).

    What stands at a place is looked up once: a date asks for it many times, with other roles each time.
    """

    __slots__ = ("_ahead", "_behind", "_index", "_roles_ahead", "_roles_behind", "folded", "language", "published", "text")

    def __init__(self, text: str, folded: str, language: Language, published: str) -> None:
        self.text = text
        self.folded = folded
        self.language = language
        self.published = published
        self._index = index_of(language)
        self._ahead: dict[int, list[Found]] = {}
        self._behind: dict[int, list[Found]] = {}
        self._roles_ahead: dict[int, int] = {}
        self._roles_behind: dict[int, int] = {}

    def ahead(self, place: int) -> list[Found]:
        """Return every term that begins at `place`, longest first."""
        kept = self._ahead.get(place)
        if kept is None:
            kept = self._ahead[place] = self._look_ahead(place)
        return kept

    def behind(self, end: int) -> list[Found]:
        """Return every term that ends at `end`, longest first."""
        kept = self._behind.get(end)
        if kept is None:
            kept = self._behind[end] = self._look_behind(end)
        return kept

    def roles_ahead(self, place: int) -> int:
        """Return the roles of all terms that begin at `place`, as `bits`."""
        kept = self._roles_ahead.get(place)
        if kept is None:
            kept = self._roles_ahead[place] = roles_of(self.ahead(place))
        return kept

    def roles_behind(self, end: int) -> int:
        """Return the roles of all terms that end at `end`, as `bits`."""
        kept = self._roles_behind.get(end)
        if kept is None:
            kept = self._roles_behind[end] = roles_of(self.behind(end))
        return kept

    def _look_ahead(self, place: int) -> list[Found]:
        folded, words, language = self.folded, self._index.words, self.language
        found: list[Found] = []
        for size in self._index.glued(folded, place):
            end = place + size
            word = words.get(folded[place:end]) if end <= len(folded) else None
            if word is not None and not word.bare:
                terms = word.load(language) if word.terms is None else word.terms
                if language.spaced and _hold_together(folded, end):
                    terms = word.glued
                found += [Found(place, end, term) for term in terms]
        return found

    def _look_behind(self, end: int) -> list[Found]:
        folded, words, language = self.folded, self._index.words, self.language
        found: list[Found] = []
        if end <= 0:
            return found
        for size in self._index.behind(folded, 0, end):
            start = end - size
            word = words.get(folded[start:end]) if start >= 0 else None
            if word is not None and not word.bare:
                terms = word.load(language) if word.terms is None else word.terms
                if language.spaced and _hold_together(folded, start):
                    terms = word.glued
                found += [Found(start, end, term) for term in terms]
        return found


class _Same:
    """A language that is the same as another one if it is the same object, so that a page can be kept."""

    __slots__ = ("language",)

    def __init__(self, language: Language) -> None:
        self.language = language

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.language is other.language

    def __hash__(self) -> int:
        return hash(self.language.tag)


def page_of(text: str, folded: str, language: Language, published: str) -> Page:
    """Return the page of a text; the last ones are kept, because their many figures are asked for one by one."""
    return _page_of(text, folded, _Same(language), published)


@lru_cache(maxsize=2)
def _page_of(text: str, folded: str, same: _Same, published: str) -> Page:
    return Page(text, folded, same.language, published)


def skip_spaces(folded: str, place: int) -> int:
    """Return the first place from `place` on that is no space; one line break counts as a space."""
    size = len(folded)
    if place >= size or (folded[place] > " " and folded[place] not in SPACES):
        return place
    breaks = 0
    while place < size and (folded[place] in SPACES or folded[place] == "\n"):
        breaks += folded[place] == "\n"
        if breaks > 1:
            return place
        place += 1
    return place


def skip_spaces_back(folded: str, place: int) -> int:
    """Return the end of what stands before `place`, spaces and one line break left out."""
    if place <= 0 or (folded[place - 1] > " " and folded[place - 1] not in SPACES):
        return place
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
    for found in page.ahead(place):
        term = found.term
        if term.role in roles and (not side or (term.suffix and (side == "behind" or not term.prefix or not page.language.spaced))):
            return found
    return None


def find_next(page: Page, place: int, roles: frozenset[Role], *, side: str = "") -> Found | None:
    """Return the longest term of one of `roles` that begins behind the spaces at `place`; `side` as in `find`."""
    return find(page, skip_spaces(page.folded, place), roles, side=side)


def find_back(page: Page, place: int, roles: frozenset[Role]) -> Found | None:
    """Return the longest term of one of `roles` that ends before the spaces that end at `place` and may stand before a date."""
    for found in page.behind(skip_spaces_back(page.folded, place)):
        if found.term.role in roles and found.term.prefix:
            return found
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


def skip_case(page: Page, place: int) -> int:
    """Return the place behind a case ending set off by an apostrophe ("2025'in"), else `place`."""
    folded = page.folded
    if folded[place : place + 1] != "'":
        return place
    end = place + 1
    while end < len(folded) and end - place < 6 and is_letter(folded[end]):
        end += 1
    return end if end > place + 1 else place


def _hold_together(folded: str, place: int) -> bool:
    """Return whether letters of one script stand on both sides of `place`; digits make an edge ("20h", "Q1")."""
    if not 0 < place < len(folded):
        return False
    before, after = folded[place - 1], folded[place]
    return is_letter(before) and is_letter(after) and (before < CJK) == (after < CJK)
