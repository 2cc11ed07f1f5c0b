"""A figure written the way a text of some language writes it: in the figure that stands there already, or anew from CLDR.

Nothing here is sure by itself: whoever offers what is written reads it back first (`diff/edits.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claimcheck.lexicon.cldr import Node, Tree, clean, is_node, locale_name, plural_of
from claimcheck.lexicon.digits import MOST_PLACES, Marks, digits_text, find_run, places_of
from claimcheck.lexicon.language import Language, Role, fold
from claimcheck.lexicon.load import load_language
from claimcheck.lexicon.symbols import CLDR_UNITS

Forms = Mapping[str, str]

_LINKS: Final[Mapping[str, str]] = {"es": "de", "fr": "de", "it": "di", "pt": "de", "ca": "de", "gl": "de", "ro": "de"}  # behind "million"
_CAPITALS: Final = {"de", "lb"}  # nouns begin with one; CLDR's Portuguese "Dólares" is the head of a list
_COMPOUNDS: Final = {"tr", "az"}  # "ABD doları" loses its sense without its first word
_ELIDING: Final = {"fr", "ca"}  # "d'euros"
_SCALED_FROM: Final[Mapping[str, int]] = {"western": 10**6, "indian": 10**5, "myriad": 10**4}
_WIDEST: Final = 10**5  # before a scale word: "38.000 millones", never "380.000.000 millones"
_USUAL: Final = 1000
_MONEY: Final = re.compile(r"[A-Z]{3}\Z")
_WORD: Final = re.compile(r"[^\W\d_]+")
_PATTERN: Final = re.compile(r"^(?P<before>[^0]*)(?P<zeros>0+)(?P<after>[^0]*)$")


def write_figure(value: Decimal, unit: str, tag: str, *, like: str = "", was: Decimal | None = None) -> str:
    """Return `value` of `unit` as a text in the language `tag` writes it, or "" where that is not known.

    `like` is a figure of the same unit as that text has it, `was` what it says. Its sign, words, marks and scale are kept
    where they fit the new number.

    >>> write_figure(Decimal("38e9"), "USD", "es", like="30.000 millones de dólares", was=Decimal("30e9"))
    '38.000 millones de dólares'
    >>> write_figure(Decimal("38e9"), "USD", "ja"), write_figure(Decimal("38e9"), "USD", "de", like="eine Milliarde Dollar")
    ('380億ドル', '38 Milliarden Dollar')
    """
    language = load_language(tag)
    written = (_in_place(value, like, was, language) or _for_word(value, like, was, language)) if like and was else ""
    return written or _anew(value, unit, language, like)


def _in_place(value: Decimal, like: str, was: Decimal, language: Language) -> str:
    """Return `like` with other digits, where its scale and the forms of its words fit them."""
    run = find_run(like, was, language)
    if run is None:
        return ""
    scale = was / run.value
    number = value / scale
    if not _is_readable(number, run.value, is_scaled=scale > 1):
        return ""
    name = locale_name(language.tag)
    around = like[: run.start] + like[run.end :]
    if name and any(letter.isalpha() for letter in around) and _forms_differ(number, run.value, name):
        return ""
    return like[: run.start] + digits_text(number, run.marks) + like[run.end :]


def _for_word(value: Decimal, like: str, was: Decimal, language: Language) -> str:
    """Return `like` with digits for its one number word: "seven ferries" as "9 ferries"."""
    found = [word for word in _WORD.finditer(like) if was in _numbers(word.group(), language)]
    name = locale_name(language.tag)
    if len(found) != 1 or not name or places_of(value) or _forms_differ(value, was, name):
        return ""
    marks = Marks(language.decimal, language.groups[0], language.grouping)
    return like[: found[0].start()] + digits_text(value, marks) + like[found[0].end() :]


def _numbers(word: str, language: Language) -> list[Decimal]:
    return [term.value for term in language.terms.get(fold(word), ()) if term.role is Role.NUMBER]


def _is_readable(number: Decimal, old: Decimal, *, is_scaled: bool) -> bool:
    if places_of(number) > max(MOST_PLACES, places_of(old)):
        return False
    if not is_scaled:
        return True
    return abs(number) < max(_USUAL, abs(old) * _USUAL if abs(old) >= _USUAL else 0) and (abs(number) >= 1 or abs(old) < 1)


def _forms_differ(number: Decimal, old: Decimal, name: str) -> bool:
    """Return whether the words beside two numbers take other forms; the same number of a form never does."""
    return plural_of(abs(number).normalize(), name) != plural_of(abs(old).normalize(), name)


def _anew(value: Decimal, unit: str, language: Language, like: str) -> str:
    name = locale_name(language.tag)
    if not name:
        return ""
    if _MONEY.match(unit):
        return _money(value, unit, language, like)
    if unit in CLDR_UNITS.values():
        return _measure(value, unit, language)
    return ""


def _money(value: Decimal, iso: str, language: Language, like: str) -> str:
    name = locale_name(language.tag)
    number, is_scaled = _scaled(value, language, like)
    if not number:
        return ""
    sign = _sign_of(iso, name, like)
    if sign:
        return _with_sign(number, sign, like)
    word = currency_word(iso, language.tag, plural_of(abs(value), name))
    if not word:
        return ""
    return f"{number}{_joined(word, language) if is_scaled else _spaced(language) + word}"


def _joined(word: str, language: Language) -> str:
    """Return the word behind a scale word: " de dólares", " d'euros", " Dollar", "ドル"."""
    lang = language.tag.partition("-")[0]
    link = _LINKS.get(lang, "")
    if link and lang in _ELIDING and fold(word)[0] in "aeiouéèh":
        return f" d'{word}"
    return f" {link} {word}" if link else _spaced(language) + word


def _spaced(language: Language) -> str:
    return " " if language.spaced else ""


def _scaled(value: Decimal, language: Language, like: str) -> tuple[str, bool]:
    """Return a number with a scale word where one is usual, and whether it has one; "" where it would need too many digits."""
    marks = Marks(language.decimal, language.groups[0], language.grouping)
    name = locale_name(language.tag)
    for scale in _fitting(value, language, like):
        part = value / scale
        forms = scales(name)[scale]
        pattern = forms.get(plural_of(part.normalize(), name)) or forms.get("other", "")
        if pattern:
            return pattern.replace("0", digits_text(part, marks)), True
    return (digits_text(value, marks), False) if places_of(value) <= MOST_PLACES else ("", False)


def _fitting(value: Decimal, language: Language, like: str) -> Iterator[Decimal]:
    """Yield the scales that leave a readable number: first the one `like` is written in, then the largest."""
    known = scales(locale_name(language.tag))
    least = _SCALED_FROM[language.grouping]
    told = [scale for scale in _scales_in(like, language) if scale in known and 1 <= abs(value) / scale < _USUAL]
    for scale in dict.fromkeys((*told, *sorted((scale for scale in known if scale >= least), reverse=True))):
        part = abs(value) / scale
        if 1 <= part < _WIDEST and places_of(part) <= MOST_PLACES:
            yield scale


def _scales_in(like: str, language: Language) -> list[Decimal]:
    words = re.findall(r"\w+", fold(like)) if language.spaced else list(like)
    return [term.value for word in words for term in language.terms.get(word, ()) if term.role is Role.SCALE]


@lru_cache(maxsize=64)
def scales(name: str) -> Mapping[Decimal, Forms]:
    """Return the scale words of a locale by what they multiply with: for each form of plural a pattern with one 0.

    "mil millones" is left out: a text that counts in it is written in "millones".
    """
    tree = Tree(name)
    compact = tree.at("compact_decimal_formats", "long") or tree.at("compact_decimal_formats", "short")
    found: dict[Decimal, dict[str, str]] = {}
    for category, forms in compact.items():
        for power, pattern in forms.items() if is_node(forms) else ():
            parts = _PATTERN.match(str(getattr(pattern, "pattern", "")).partition(";")[0].replace("'", ""))
            if parts and (parts["before"] or parts["after"]):
                scale = Decimal(str(power)).scaleb(1 - len(parts["zeros"]))
                found.setdefault(scale, {}).setdefault(str(category), parts["before"].replace("\u00a0", " ") + "0" + clean_after(parts))
    thousands = {clean(pattern.replace("0", "")) for pattern in found.get(Decimal(1000), {}).values()}
    return {scale: forms for scale, forms in found.items() if scale > 1 and not _counts_thousands(forms, thousands)}


def clean_after(parts: re.Match[str]) -> str:
    """Return what stands behind the digits, with plain spaces."""
    return parts["after"].replace("\u00a0", " ").rstrip()


def _counts_thousands(forms: Forms, thousands: set[str]) -> bool:
    words = [clean(pattern.replace("0", "")).split() for pattern in forms.values()]
    return any(len(parts) > 1 and parts[0] in thousands for parts in words)


def _sign_of(iso: str, name: str, like: str) -> str:
    """Return how `like` signs the currency: its code, its sign in the locale, or a bare "$"; "" where it does not."""
    sign = Tree(name).at("currency_symbols").get(iso)
    known = [iso, *([str(sign)] if sign else []), *(["$"] if iso.endswith("D") else []), *{"JPY": "¥", "CNY": "¥"}.get(iso, "")]
    found = [mark for mark in sorted(known, key=len, reverse=True) if mark in like]
    if not found:
        return ""
    before = re.search(r"[A-Z]{0,3}" + re.escape(found[0]), like)
    return before.group() if before else found[0]


def _with_sign(number: str, sign: str, like: str) -> str:
    """Return the number with the sign on the side, and as near, as `like` has it."""
    head, _, tail = like.partition(sign)
    if any(letter.isalnum() for letter in head):
        space = head[-1] if head[-1].isspace() else ""
        return number + space + sign
    return sign + (tail[0] if tail[:1].isspace() else "") + number


@lru_cache(maxsize=256)
def currency_word(iso: str, tag: str, form: str) -> str:
    """Return what a currency is called behind a number of that form, as short as the language reads it: "dólares"."""
    language = load_language(tag)
    tree = Tree(locale_name(language.tag))
    names = tree.at("currency_names_plural", iso)
    full = clean(str(names.get(form) or names.get("other") or tree.at("currency_names").get(iso, "")))
    lang = language.tag.partition("-")[0]
    shorter = [part for part in _parts(full, language) if _means(part, iso, language)]
    if not shorter or lang in _COMPOUNDS:
        return full
    word = min(shorter, key=len)
    return word if lang in _CAPITALS or not word.istitle() else word.lower()


def _parts(full: str, language: Language) -> list[str]:
    if language.spaced:
        return [part for part in re.split(r"[\s-]", full) if part]
    return [full[start:] for start in range(len(full))]


def _means(word: str, iso: str, language: Language) -> bool:
    """Return whether a word means that currency and no other, as "dollars" does and "pesos" does not."""
    readings = language.terms.get(fold(word), ())
    money = [term for term in readings if term.role is Role.CURRENCY]
    if len(word) < 2 or not money or readings[0] is not money[0]:
        return False
    return [unit.name for term in money for unit in term.units] == [iso] and not money[0].text


def _measure(value: Decimal, unit: str, language: Language) -> str:
    """Return a number with its unit as CLDR's short form has it."""
    name = locale_name(language.tag)
    if places_of(value) > MOST_PLACES:
        return ""
    cldr_id = next(id_ for id_, known in CLDR_UNITS.items() if known == unit)
    forms: Node = Tree(name).at("unit_patterns", cldr_id, "short")
    pattern = forms.get(plural_of(abs(value).normalize(), name)) or forms.get("other")
    if not isinstance(pattern, str) or "{0}" not in pattern or cldr_id in pattern:
        return ""
    marks = Marks(language.decimal, language.groups[0], language.grouping)
    return pattern.replace("{0}", digits_text(value, marks))
