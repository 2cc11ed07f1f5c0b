"""The door to rapidfuzz: whether two names, in any spelling or script, are one."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from functools import lru_cache
from pathlib import Path

from anyascii import anyascii

from claimcheck.align.sounds import consonants, respelled, strength, unlikeness, voiced
from claimcheck.tables import load_tables

DATA = Path(__file__).parent / "data" / "kinds.toml"

SAME_NAME = 88.0  # of 100, on folded spellings; "Fernandez" / "Fernández" 100, "Dembele" / "Dembélé" 100
FOREIGN_NAME = 75.0  # where one side was transliterated: vowels differ
SAME_SOUNDS = 70.0  # the same where all consonants are alike
SHORT = 4  # names up to this length must be equal, but for their endings
UNLIKE = 0.2  # consonants that differ by so much are no longer those of one name
FEWEST_SOUNDS = 3  # consonants by which a name can be told in a script that writes no vowels or other ones
HIGHEST_LETTER = "\u058f"  # up to here scripts write consonants and vowels: Latin, Greek, Cyrillic, Armenian
LOST = str.maketrans({"ו": "w", "ッ": "", "ー": ""})  # a Hebrew letter that is a vowel or v, Japanese signs that only lengthen
GREEK = ((" μπ", " b"), (" ντ", " d"), (" γκ", " g"))  # how Greek begins words of other languages
# endings by which cases differ, by what the stem they follow ends in; stems that differ in both otherwise are other names
AFTER_I = frozenset(["a", "i", "e", "u", "ou", "o", "en", "ens", "as", "ya", "yu", "ey", "ei", "ej", "yi", "ji", "ja", "ju", "je", "eyu"])
AFTER_CONSONANT = frozenset(["u", "a", "y", "e", "i", "ie", "om", "em", "im", "ym", "owi", "ovi", "ow", "ov", "ami", "ach"])
OF_A = frozenset(["a", "e", "y", "i", "u", "ou", "oj", "oi", "oy", "ej", "ei", "ey", "ie", "am", "ami", "ach", "ich", "ech"])
OF_O = frozenset(["o", "u", "em", "om", "ie", "ou"])  # of neuters
OF_OS = frozenset(["s", "u", "y", "n"])  # Greek -os, -ou, -on
# endings behind a whole name: Finnish, Hungarian, Turkish, Polish and Czech locatives and the like; short ones only behind longer names
LONG_CASES = re.compile(
    "i?ssa|i?sta|i?lla|i?lta|i?lle|ksi|[bv][ae]n|bol|[nt][ae]k|nek|h[oe]z|[vr][ae]l|[rt]ol|[dt][ae]n|n[iu]n|ovi|iego|skej"
)
SHORT_CASES = frozenset(["in", "on", "en", "un", "ot", "et", "at", "da", "de", "ta", "te", "ba", "be", "ra", "re", "ya", "ye", "iu"])
LONG_NAME = 5
FLEETING = re.compile("e([ckl])")  # Kamenec, in Kamenci
STEM = 4
VOWELS = frozenset("aeiouy")
MOST_ENDING = 3
# letters that languages of one alphabet exchange where they spell a foreign name: Karpovya and Carpovia, Karwonia and Karvonia
HARD_C = re.compile("ck|c(?=[^eiyhz]|$)|q")
EXCHANGED = str.maketrans("wyj", "vii")
DOUBLED = re.compile(r"([^aeiou])\1+")


@lru_cache(maxsize=65536)
def spell(name: str) -> str:
    """Return `name` in small ASCII letters, transliterated where its script needs it.

    >>> spell("Dembélé"), spell("Оракл")
    ('dembele', 'orakl')
    """
    if name.isascii():
        return name.lower().replace("_", " ").strip()
    name = f" {name}"
    for letters, sound in GREEK:
        name = name.replace(letters, sound)
    return anyascii(name.translate(LOST)).lower().replace("_", " ").replace("'", "").strip()


@lru_cache(maxsize=65536)
def are_same(a: str, b: str) -> bool:
    """Return whether two names are one: equal, initials or first or last words of the other, nearly the same letters, or the same sounds.

    >>> are_same("wirtz", "florian wirtz"), are_same("aws", "amazon web services"), are_same("liverpool", "leverkusen")
    (True, True, False)
    >>> are_same("карвонии", "karvonia"), are_same("トランプ", "trump"), are_same("niger", "nigeria")
    (True, True, False)
    """
    first, second = spell(a), spell(b)
    if first == second or _is_part(*sorted((first, second), key=len)):
        return True
    if " " in first and " " in second and _differ_in_kind(first, second, is_foreign=a.isascii() != b.isascii()):
        return True
    if a.isascii() != b.isascii() and (" " in a) != (" " in b):
        return are_same(_surname(a), _surname(b))
    if _is_vague(a) != _is_vague(b):
        return _sound_alike(first, second)
    if _are_inflected(first, second):
        return True
    if a.isascii() != b.isascii():
        return _are_alike(first, second)
    return min(len(first), len(second)) > SHORT and (_are_near_by_word(first, second) or _are_respelled(first, second))


def are_akin(a: str, b: str) -> bool:
    """Return whether two names begin so much alike that they may be one in two cases, or a place and what is around it.

    >>> are_akin("prerov", "prerovsku"), are_akin("karlin", "karvonia")
    (True, False)
    """
    first, second = sorted((spell(a), spell(b)), key=len)
    shared = next((place for place, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), len(first))
    return shared > STEM and shared >= len(first) - 1


def _is_part(shorter: str, longer: str) -> bool:
    """Return whether a name is the initials or the first or last words of another."""
    words = longer.split()
    if len(words) > 1 and shorter == "".join(word[0] for word in words):
        return True
    return len(shorter) > SHORT and (longer.startswith(f"{shorter} ") or longer.endswith(f" {shorter}"))


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _is_vague(name: str) -> bool:
    """Return whether a name is of a script that writes no vowels, or others than the name has."""
    return max(name, default="") > HIGHEST_LETTER


def _sound_alike(first: str, second: str) -> bool:
    """Return whether names are of the same consonants in one order; few of them tell nothing without the vowels."""
    ours, theirs = consonants(first), consonants(second)
    if min(strength(ours), strength(theirs)) < FEWEST_SOUNDS:
        return min(len(first), len(second)) > SHORT and unlikeness(ours, theirs) == 0 and _are_near(first, second, FOREIGN_NAME)
    return unlikeness(ours, theirs) < UNLIKE


def _are_alike(first: str, second: str) -> bool:
    """Return whether names of two alphabets are one: of nearly the same letters, or of the same consonants and most letters."""
    if first.endswith("s") != second.endswith("s"):  # Greek has it in the nominative alone
        first, second = first.removesuffix("s"), second.removesuffix("s")
    ours, theirs = consonants(first), consonants(second)
    apart = min(unlikeness(ours, theirs), *(unlikeness(one, other) for one, other in ((voiced(ours), theirs), (ours, voiced(theirs)))))
    if min(len(first), len(second)) <= SHORT and (apart or strength(ours) < FEWEST_SOUNDS):
        return False
    return apart < UNLIKE and _are_near(respelled(first), respelled(second), FOREIGN_NAME if apart else SAME_SOUNDS)


def _differ_in_kind(first: str, second: str, *, is_foreign: bool) -> bool:
    """Return whether names of several words are one but for their order and words for one kind of place or body.

    "mount renja" is "gunung renja", but not "port renja".
    """
    (kinds, ours), (others, theirs) = _told(first), _told(second)
    if kinds != others or len(ours) != len(theirs) or sum(map(len, ours)) <= SHORT:
        return False
    if is_foreign and len(first.split()) == len(ours) > 1 and all(map(_are_alike, first.split(), second.split())):
        return True
    return all(a == b or _is_one_stem(a, b) or (is_foreign and _are_alike(a, b)) for a, b in zip(ours, theirs, strict=True))


@lru_cache(maxsize=65536)
def _told(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds that words of a name tell, and its other words, small ones left out, both in the order of their letters."""
    known = _kinds()
    words = name.split()
    others = sorted(word for word in words if word not in known)
    return tuple(sorted(kind for word in words if (kind := known.get(word, "")))), tuple(others)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """Return what kind of place or body words tell; small words tell none."""
    tables: dict[str, list[str]] = load_tables(DATA)
    return {word: kind if kind != "small" else "" for kind, words in tables.items() for word in words}


def _are_respelled(first: str, second: str) -> bool:
    """Return whether names of one alphabet are spelled as two languages do, be it in two cases."""
    ours, theirs = _plainly(first), _plainly(second)
    return (ours, theirs) != (first, second) and (ours == theirs or _are_inflected(ours, theirs))


@lru_cache(maxsize=65536)
def _plainly(name: str) -> str:
    """Return a name with one letter for those that languages exchange.

    >>> _plainly("karpovya"), _plainly("carpovia")
    ('karpovia', 'karpovia')
    """
    plain = HARD_C.sub("k", name).replace("ph", "f").replace("x", "ks").translate(EXCHANGED)
    return DOUBLED.sub(r"\1", plain)


def _are_near_by_word(first: str, second: str) -> bool:
    """Return whether names of one alphabet are nearly the same, word for word where they have as many."""
    ours, theirs = first.split(), second.split()
    if len(ours) == len(theirs) > 1:
        return _are_near(first, second, SAME_NAME) and all(_are_near(a, b, FOREIGN_NAME) for a, b in zip(ours, theirs, strict=True))
    return _are_near(first, second, SAME_NAME)


def _are_inflected(first: str, second: str) -> bool:
    """Return whether names differ in the endings of their cases alone ("narodowa droga", "narodowej drogi")."""
    if first[:2] != second[:2] or abs(len(first) - len(second)) > 2 * MOST_ENDING:
        return False
    ours, theirs = first.split(), second.split()
    if len(ours) != len(theirs):
        return False
    return all(a == b or _is_one_stem(a, b) for a, b in zip(ours, theirs, strict=True))


def _is_one_stem(a: str, b: str) -> bool:
    """Return whether two words are one in two cases."""
    shared = next((place for place, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))
    stem, endings = a[:shared], {a[shared:], b[shared:]}
    if len(stem) < STEM:
        return False
    if _has_fleeting_vowel(sorted(endings)):
        return True
    if "" in endings:
        (ending,) = endings - {""}
        if LONG_CASES.fullmatch(ending) or (len(stem) >= LONG_NAME and ending in SHORT_CASES):
            return True
        if ending == "s" or (ending == "n" and stem[-1] in VOWELS and len(stem) > STEM):
            return True
        return stem[-1] not in VOWELS and ending in AFTER_CONSONANT
    return endings <= (AFTER_I if stem[-1] == "i" else OF_A) or endings <= OF_O or (stem[-1] == "o" and endings <= OF_OS)


def _has_fleeting_vowel(endings: list[str]) -> bool:
    """Return whether one of two words has lost the last vowel of its stem before an ending ("Kamenec", "Kamenci")."""
    for one, other in (endings, endings[::-1]):
        found = FLEETING.fullmatch(one)
        if found and other[:1] == found[1] and (other[1:] in AFTER_CONSONANT or other[1:] in OF_A):
            return True
    return False


def _are_near(first: str, second: str, least: float) -> bool:
    """Return whether two spellings are alike to at least `least` of 100.

    They cannot be where they share too few letters in any order; that is told without rapidfuzz, whose import
    takes 10 ms, and spares most of its calls.
    """
    common = sum(min(first.count(letter), second.count(letter)) for letter in set(first))
    if 200 * common < least * (len(first) + len(second)):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - see above

    return fuzz.ratio(first, second) >= least


@lru_cache(maxsize=1 << 16)  # the figures of one sentence have the same names beside them
def shared(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `ours` that have their like among `theirs`, each once, in order."""
    known = set(theirs)
    found = [name for name in dict.fromkeys(ours) if name in known or any(are_same(name, other) for other in theirs)]
    return tuple(found)


def longest_common(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> int:
    """Return how many members, gaps allowed, two sequences share in one order.

    >>> longest_common("abcd", "axcyd")
    3
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - see above

    return int(LCSseq.similarity(ours, theirs))


def likeness(ours: str, theirs: str) -> float:
    """Return how much two texts are alike, from 0 to 1, letter by letter in order.

    >>> likeness("the harbour is open", "the harbour is open"), likeness("abc", "xyz")
    (1.0, 0.0)
    """
    if ours == theirs:
        return 1.0
    from rapidfuzz import fuzz  # noqa: PLC0415 - see above

    return fuzz.ratio(ours, theirs) / 100
