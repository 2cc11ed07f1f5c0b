"""How names sound: their consonants, by which a name is the same one in another script.

Arabic and Hebrew write few vowels, Japanese, Korean and Chinese add some between consonants and take l for r, so that
only the order of consonants is left of a name: ترامب, トランプ and 特朗普 are t-r-m-p.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

SPELLINGS = (
    ("shch", "S"),
    ("tch", "C"),
    ("sch", "S"),
    ("dzh", "j"),
    ("sh", "S"),
    ("ch", "C"),
    ("zh", "j"),
    ("ph", "f"),
    ("th", "T"),
    ("ts", "s"),
    ("tz", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("ng", "n"),
)
SOFT = re.compile("c(?=[eiy])")  # s, as in Valencia; before other letters c is k, or ch where it has lost its cedilla
SOFT_G = re.compile("g(?=[eiy])")  # j, as in Geneva
SILENT = re.compile("[^a-zA-Z]|[aeiouy]|h$")
WEAK = {"w": 0.3, "h": 0.3, "r": 0.4}  # sounds that one of two spellings may leave out, and at what cost
KINDS = ("bpfv", "szjSC", "sT", "tT", "gjk", "gh", "kc", "csSC", "kCh", "lr", "nm", "vw")  # sounds that scripts take for one another
NEAR = frozenset((a, b) for kind in KINDS for a in kind for b in kind)
CLOSE = 0.25
INITIAL_VOWEL = "A"


@lru_cache(maxsize=65536)
def consonants(spelled: str) -> str:
    """Return the consonants of a word in small ASCII letters, each of one letter; "A" is a vowel at the beginning.

    >>> consonants("chicago"), consonants("oxford"), consonants("trump")
    ('Ccg', 'Aksfrd', 'trmp')
    """
    word = spelled
    for letters, sound in SPELLINGS:
        word = word.replace(letters, sound)
    word = SOFT_G.sub("j", SOFT.sub("s", word))
    begins = INITIAL_VOWEL if word[:1] in frozenset("aeiou") else ""
    heard = "".join(letter for letter, _ in groupby(word))
    return begins + SILENT.sub("", heard)


def voiced(sounds: str) -> str:
    """Return a row of consonants with one sound where Greek writes two for it: μπ, ντ and γκ are b, d and g.

    >>> voiced("kmnt"), voiced("mprn")
    ('kmd', 'brn')
    """
    return sounds.replace("mp", "b").replace("nt", "d").replace("nk", "g").replace("gk", "g")


@lru_cache(maxsize=65536)
def unlikeness(first: str, second: str) -> float:
    """Return how far two rows of consonants are apart: 0 is alike, 1 has nothing in common.

    >>> unlikeness("trmp", "trmb"), unlikeness("brln", "brkln")
    (0.0625, 0.2)
    """
    if not first or not second or ((first[0], second[0]) not in NEAR and first[0] != second[0]):
        return 1.0
    row = [0.0]
    for b in second:
        row.append(row[-1] + WEAK.get(b, 1.0))
    for a in first:
        left = row[0] + WEAK.get(a, 1.0)
        fresh = [left]
        for place, b in enumerate(second):
            left = min(row[place] + _cost(a, b), row[place + 1] + WEAK.get(a, 1.0), left + WEAK.get(b, 1.0))
            fresh.append(left)
        row = fresh
    return row[-1] / max(len(first), len(second))


def respelled(spelled: str) -> str:
    """Return a name with the sounds for which alphabets have other letters written in one way.

    >>> respelled("dzhonson"), respelled("geneva")
    ('jonson', 'jeneva')
    """
    return SOFT_G.sub("j", spelled.replace("dzh", "j").replace("zh", "j"))


def strength(sounds: str) -> int:
    """Return how many of the consonants are ones that every script writes."""
    return sum(1 for sound in sounds if sound not in "whA")


def _cost(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return CLOSE if (a, b) in NEAR else 1.0
