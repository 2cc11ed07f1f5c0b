"""Number words glued into one word: zweihundertfünfzigtausend, duecentomila."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimcheck.lexicon.language import Language, Role
from claimcheck.scan.arithmetic import numeral_of
from claimcheck.scan.scene import Key, Scene
from claimcheck.scan.sums import Sum, take_after_joiner, take_digit, take_number, take_scale


def read_compound(scene: Scene, total: Sum, place: int) -> bool:
    """Read a word that is glued from number words: zweihundertfünfzigtausend, duecentomila."""
    compounds = scene.language.compounds
    if not compounds:
        return KANA[0] <= scene.at(place) <= KANA[1] and _read_spoken(scene, total, place)
    if not scene.at(place).isalpha():
        return False
    if total.parts and total.parts[-1].scale < 1000:
        return False
    end = scene.word_ahead(place)
    word = scene.folded[place:end]
    if not 4 < end - place < 80:
        return False
    pieces = split_compound(word, compounds)
    if pieces is None or len(pieces) < 2:
        return False
    inner = Sum()
    if not all(_take_piece(scene, inner, piece) for piece in pieces):
        return False
    if total.parts and any(part.scale >= total.parts[-1].scale for part in inner.parts):
        return False
    total.parts.extend(inner.parts)
    total.end = end
    total.atoms += len(pieces)
    return True


def _read_spoken(scene: Scene, total: Sum, place: int) -> bool:
    """Read a row of syllables that are numbers together only: きゅうじゅうなな."""
    syllables = spoken_syllables(scene.language)
    if not syllables or total.parts:
        return False
    end = place
    while KANA[0] <= scene.at(end) <= KANA[1]:
        end += 1
    if not _LEAST_SPOKEN <= end - place < _MOST_SPOKEN:
        return False
    pieces = split_compound(scene.folded[place:end], tuple(sorted(syllables, key=lambda word: (-len(word), word))))
    if pieces is None or len(pieces) < 2:
        return False
    for piece in pieces:
        value = syllables[piece]
        taken = take_digit(total, numeral_of(value), glued=True) if value < _TEN else take_scale(total, value)
        if not taken:
            return False
        total.run = total.run + 1 if value < _TEN else 0
    total.end = end
    total.atoms += len(pieces)
    return True


KANA = ("ぁ", "ん")
_LEAST_SPOKEN = 5  # letters; shorter rows are words too often (ごご, いちご)
_MOST_SPOKEN = 80
_TEN = 10


def spoken_syllables(language: Language) -> dict[str, Decimal]:
    """Return the syllables that are numbers in a row only, with their values."""
    return _spoken_of(Key(language))


@lru_cache(maxsize=256)
def _spoken_of(key: Key) -> dict[str, Decimal]:
    if key.language.spaced or not key.language.tag.startswith("ja"):
        return {}
    terms = key.language.terms
    return {word: term.value for word in terms.words_with(Role.SPOKEN) for term in terms[word] if term.role is Role.SPOKEN}


def whole_of(scene: Scene, word: str) -> int | None:
    """Return the whole number that a word glued from number words spells, or None."""
    pieces = split_compound(word, scene.language.compounds)
    inner = Sum()
    if not pieces or not all(_take_piece(scene, inner, piece) for piece in pieces):
        return None
    return sum(int(part.numeral.value) for part in inner.parts)


def _take_piece(scene: Scene, total: Sum, piece: str) -> bool:
    for term in scene.language.terms.get(piece, ()):
        if term.role is Role.JOINER:
            return bool(total.parts)
        if term.role is Role.SCALE and take_scale(total, term.value):
            return True
        if term.role is Role.NUMBER:
            number = numeral_of(term.value)
            if take_number(total, number):
                return True
            return bool(total.parts) and take_after_joiner(total, total.parts[-1], number.significand)
    return False


@lru_cache(maxsize=8192)
def split_compound(word: str, compounds: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the pieces that make up all of `word`, the longest first tried, or None.

    >>> split_compound("zweihundertdrei", ("hundert", "zwei", "drei"))
    ('zwei', 'hundert', 'drei')
    """
    ways: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    ways[len(word)] = ()
    for place in range(len(word) - 1, -1, -1):
        for piece in compounds:
            rest = place + len(piece)
            if rest <= len(word) and ways[rest] is not None and word.startswith(piece, place):
                ways[place] = (piece, *(ways[rest] or ()))
                break
    return ways[0]
