"""What neighbours' currencies are called for short: "crowns" for Swedish, Norwegian, Danish and Czech ones, "pesos", "lei".

CLDR knows "corona svedese" and "corona danese" but not "corone" alone, which is what articles write. The word that such
names share is their first or their last one, by language; what is left of a name tells the country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from claimcheck import units
from claimcheck.lexicon.language import Role, Term, fold

# currencies that share their name with a neighbour's or that articles name without the country, the likeliest first
NEIGHBOURS: Final = (
    "SEK", "NOK", "DKK", "CZK", "ISK", "PLN", "HUF", "RON", "UAH", "MXN", "ARS", "COP", "CLP", "PHP", "UYU", "DOP", "INR", "PKR",
    "LKR", "NPR", "IDR", "BRL", "ZAR", "RSD",
)  # fmt: skip
_SHORT: Final = 4  # letters; so short a name is another word somewhere ("lei", "real") and counts only behind a scale
_SHORT_SYLLABLES: Final = 2
_SYLLABLES: Final = "\u2e80"
_STEM: Final = 4  # letters left of a country's name without its ending
_LONG: Final = 6  # letters of a name that may lose its ending


def short_names(names: Mapping[str, tuple[str, ...]], places: Iterable[str], home: Iterable[str]) -> Iterator[tuple[str, Term]]:
    """Yield the words that names of currencies have in common, with every currency that they may mean.

    `names` are the folded names of each currency, `places` those of countries, `home` the currencies of the language's
    own country: a word for one of those means that one alone.
    """
    heads = heads_of(names, tuple(places))
    found: dict[str, list[str]] = {}
    for iso in NEIGHBOURS:
        for name in names.get(iso, ()):
            head = heads.get(name, "")
            if head and iso not in found.setdefault(head, []):
                found[head].append(iso)
    own = set(home)
    for word, codes in found.items():
        meant = [iso for iso in codes if iso in own] or codes
        yield (
            word,
            Term(
                role=Role.CURRENCY,
                units=tuple(units.money_unit(iso) for iso in meant),
                prefix=False,
                text="scaled" if _is_short(word) and meant == codes else "",
            ),
        )


def heads_of(names: Mapping[str, tuple[str, ...]], places: tuple[str, ...]) -> dict[str, str]:
    """Return for each name its word for the currency: the first or the last one, or what a country's name leaves.

    >>> heads_of({"SEK": ("corona svedese",), "DKK": ("corona danese",)}, ())["corona danese"]
    'corona'
    """
    parts = {name: name.replace("・", " ").split() for forms in names.values() for name in forms}
    first, last = Counter[str](), Counter[str]()
    for forms in names.values():
        first.update({parts[name][0] for name in forms if len(parts[name]) > 1})
        last.update({parts[name][-1] for name in forms if len(parts[name]) > 1})
    leading = _repeated(first) > _repeated(last)
    return {name: (words[0] if leading else words[-1]) if len(words) > 1 else _without_place(name, places) for name, words in parts.items()}


def _repeated(words: Counter[str]) -> int:
    return sum(count for count in words.values() if count > 1)


def _without_place(name: str, places: tuple[str, ...]) -> str:
    """Return what a name in one word leaves without its country: 瑞典克朗, โครนาสวีเดน; Latin words are left whole."""
    if name[0] < "\u0e00":
        return name
    for place in places:
        if len(place) > 1 and place in name and name != place:
            return name.replace(place, "")
    return name


def _is_short(word: str) -> bool:
    return len(word) <= (_SHORT_SYLLABLES if word[0] >= _SYLLABLES else _SHORT)


def countries_of_money(names: Mapping[str, tuple[str, ...]], places: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return beginnings of words that tell whose money is meant, each with its currency: "svede", "svezi" for SEK.

    `places` are the folded names of the countries that pay with each currency.
    """
    heads = heads_of(names, tuple(place for ours in places.values() for place in ours))
    found: dict[str, str] = {}
    several: set[str] = set()
    for iso, forms in names.items():
        words = {word for name in forms for word in name.split() if word != heads[name] and len(name.split()) > 1}
        for word in words | set(places.get(iso, ())):
            stem = stem_of(word)
            if found.setdefault(stem, iso) != iso:
                several.add(stem)
    return {stem: iso for stem, iso in found.items() if stem and stem not in several}


def stem_of(word: str) -> str:
    """Return a country's name or adjective without what may be its ending, or "" for one too short to tell.

    >>> stem_of("svedese"), stem_of("svezia"), stem_of("スウェーデン")
    ('svede', 'svez', 'スウェーデン')
    """
    if word[0] >= "\u0e00":
        return word if len(word) > 1 else ""
    stem = word[:-2] if len(word) >= _LONG else word
    return stem if len(stem) >= _STEM else ""


def folded_names(forms: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the names of each currency folded, those that are mere codes left out."""
    return {iso: tuple(dict.fromkeys(fold(name) for name in names if len(name) > 1 and name != iso)) for iso, names in forms.items()}
