"""What CLDR calls units, in every length and form, and what it writes before and behind their numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from claimcheck import units
from claimcheck.lexicon.cldr import Entry, Tree, clean, is_node, leaves
from claimcheck.lexicon.language import Role, Term, fold
from claimcheck.lexicon.symbols import CLDR_UNITS
from claimcheck.model.mention import Unit

_CHARACTERS: Final = "\u2e80"  # what comes behind is written in characters or syllables, not letters
_SCALES_OF_HEAT: Final = frozenset({"degree_Celsius", "degree_Fahrenheit"})
_MISLEADING: Final = frozenset({"atm", "pt", "at"})  # symbols of CLDR that stand for other things: cash machines, Portugal
_LONG_NAME: Final = 5  # letters
_NO_HEADINGS: Final = frozenset({"cup", "turn", "speed_of_light", "bar", "ton", "stone", "knot"})  # common words: "light", "tasses"
_HOUR: Final = "duration-hour"  # the one unit whose single letter is usual in print: "7 ч", "7 ó"


def unit_entries(tree: Tree) -> Iterator[Entry]:
    """Yield what units are called, and the words for "per"."""
    patterns = tree.at("unit_patterns")
    for cldr_id, name in CLDR_UNITS.items():
        forms = patterns.get(cldr_id, {})
        unit = units.unit_of(name)
        hours = set(leaves(forms.get("short", {}))) if cldr_id == _HOUR and is_node(forms) else frozenset[str]()
        for pattern in dict.fromkeys(leaves(_without_per(forms))):
            word, before = _word_of(pattern)
            if word and cldr_id not in word and word.lower() not in _MISLEADING and (_is_telling(word) or pattern in hours):
                yield word, Term(role=Role.UNIT, units=(unit,), prefix=before, suffix=not before)
            if name in _SCALES_OF_HEAT:
                yield from _scale_of_heat(pattern, unit)
            else:
                yield from _around(pattern, unit)
        if cldr_id == _HOUR:
            yield from _rate_entries(forms, unit)
    yield from _display_entries(tree)
    for pattern in leaves(tree.at("compound_unit_patterns", "per")):
        word = pattern.replace("{0}", "").replace("{1}", "").strip()
        if word:
            yield word, Term(role=Role.PER)


def _display_entries(tree: Tree) -> Iterator[Entry]:
    """Yield the headings of units ("kW-hour", "deg. C", "гектары") where they are long enough to mean nothing else."""
    shown = tree.at("unit_display_names")
    for cldr_id, name in CLDR_UNITS.items():
        for word in dict.fromkeys(map(clean, leaves(shown.get(cldr_id, {})))):
            if len(word) >= _LONG_NAME and name not in _NO_HEADINGS and cldr_id not in word:
                yield word, Term(role=Role.UNIT, units=(units.unit_of(name),), prefix=False)


def _scale_of_heat(pattern: str, unit: Unit) -> Iterator[Entry]:
    """Yield the name of the scale without the word for degrees: "Celsius", and 摂氏 before the number."""
    before, _, after = pattern.partition("{0}")
    last = clean(after).rpartition(" ")[2]
    if sum(letter.isalpha() for letter in last) >= _LONG_NAME and not last.isupper():
        yield last, Term(role=Role.UNIT, units=(unit,), prefix=False)
        yield f"° {last}", Term(role=Role.UNIT, units=(unit,), prefix=False, glued=True)
    if clean(before) and clean(after):
        yield clean(before), Term(role=Role.UNIT, units=(unit,), suffix=False)


def _around(pattern: str, unit: Unit) -> Iterator[Entry]:
    """Yield what stands before the number of a unit that is written on both its sides: "每小時 {0} 公里", "kilomita {0} kwa saa"."""
    before, _, after = pattern.partition("{0}")
    before, after = clean(before), clean(after)
    if before and after:
        yield before, Term(role=Role.AROUND, units=(unit,), text=fold(after))


def _rate_entries(forms: object, unit: Unit) -> Iterator[Entry]:
    """Yield the "per hour" of a language that stands before the number: "саатына {0}"."""
    for length in forms.values() if is_node(forms) else ():
        before, _, after = str(length.get("per", "") if is_node(length) else "").partition("{0}")
        if len(clean(before)) > 1 and not clean(after):
            yield clean(before), Term(role=Role.PER_PREFIX, units=(unit,))


def _without_per(forms: object) -> object:
    if not is_node(forms):
        return {}
    return {length: {key: text for key, text in node.items() if key != "per"} for length, node in forms.items() if is_node(node)}


def _word_of(pattern: str) -> tuple[str, bool]:
    """Return the word of "{0} kilometers" and whether it stands before the number; "" where it stands on both sides."""
    before, figure, after = pattern.partition("{0}")
    before, after = clean(before), clean(after)
    if (before and after) or not figure:
        return "", False
    return before or after, bool(before)


def _is_telling(word: str) -> bool:
    """Return False for a single letter of an alphabet: CLDR's narrow forms; real symbols are in `symbols`.

    A letter with a vowel sign is a syllable ("कि"), one with a power or the sign of degrees tells enough ("м²", "°से").
    """
    letters = sum(unicodedata.category(letter)[0] in "LM" for letter in word)
    return letters != 1 or len(word) - letters > 2 or word > _CHARACTERS or word[-1] in "²³" or word[0] == "°"
