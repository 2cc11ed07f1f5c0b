"""One word of a number: does it fit what has been read, and what becomes of the sum."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.lexicon.language import Role, Term
from claimcheck.model.mention import Hedge, Numeral, Unit
from claimcheck.scan.arithmetic import numeral_of, times
from claimcheck.scan.compound import read_compound
from claimcheck.scan.cues import speaks_of
from claimcheck.scan.scene import HANGUL, Hit, Scene
from claimcheck.scan.sums import Part, Sum, take_digit, take_half, take_number, take_scale, take_vague

ATOMS = frozenset({Role.NUMBER, Role.DIGIT, Role.SCALE, Role.VAGUE, Role.FRACTION, Role.AND_FRACTION})
_LINK = frozenset({Role.LINK})
_SCALE = frozenset({Role.SCALE})
_MULTIPLIED = frozenset({Role.SCALE, Role.VAGUE})
_CURRENCY = frozenset({Role.CURRENCY})
_UNIT = frozenset({Role.UNIT})
_IDIOM = frozenset({Role.IDIOM})
_PER = frozenset({Role.PER})
_SUBUNIT = frozenset({Role.SUBUNIT})
_ARTICLE = frozenset({Role.ARTICLE})
_DIGITS = frozenset({Role.DIGIT, Role.NUMBER})
_MORE_DIGITS = frozenset({Role.DIGIT, Role.SCALE})
_COPULA = frozenset("다며었라죠므")
_TEN = 10
_TAELS = frozenset("两兩俩")
_WORDLIKE = frozenset("만조")
_PARTICLES = frozenset("을를이가은는의에와과도로원여개명")
_AFTER_SCALE = frozenset({Role.DIGIT, Role.SCALE, Role.UNIT, Role.CURRENCY, Role.CLASSIFIER, Role.HEDGE, Role.VAGUE, Role.AND_FRACTION})


def read_atom(scene: Scene, total: Sum, place: int, *, money: bool) -> bool:
    """Read one number word at `place` if it fits what has been read."""
    linked = scene.ahead(place, _LINK) if total.parts or total.low is not None else None
    hits = scene.hits_ahead(place, ATOMS)
    if len(hits) > 1 and not total.parts and total.low is None:
        hits.sort(key=_vague_first)
    for hit in hits:
        if _fits(scene, total, hit, money=money) and take(scene, total, hit):
            return True
    if linked is not None:
        for hit in scene.hits_ahead(scene.skip(linked.end), _MULTIPLIED):
            if not hit.term.money_only and _is_scaled(hit.term, total) and take(scene, total, hit):
                return True
    return read_compound(scene, total, place)


def _vague_first(hit: Hit) -> tuple[int, bool]:
    """Order the longest first and, of one word, "millions" as a vague count before the scale word."""
    return -hit.end, hit.term.role is not Role.VAGUE


def _is_scaled(term: Term, total: Sum) -> bool:
    """Return whether a scale behind "of" belongs to the number: hundreds of thousands, 38 de milioane."""
    value = term.value if term.role is Role.SCALE else (term.low or Decimal(0))
    return value >= 1000 and (total.low is not None or total.fraction or term.role is Role.SCALE)


def _fits(scene: Scene, total: Sum, hit: Hit, *, money: bool) -> bool:
    """Return whether a vague word or a scale may go on with the number here."""
    term = hit.term
    if term.role is Role.VAGUE:
        return not total.parts
    if term.role in _DIGITS and ((total.parts and _is_no_digit(scene, total, hit)) or _is_in_word(scene, hit)):
        return False
    if term.role is not Role.SCALE:
        return True
    if total.parts and (_is_word(scene, hit) or _begins_unit(scene, hit)):
        return False
    if not scene.may_end(hit.end) and not _is_money_ahead(scene, hit.end):
        return False
    if term.value == 100 and total.parts and _is_small_change(scene, total, hit):
        return False
    if not term.money_only and not (total.parts and _is_unit(scene, hit)):
        return True
    return bool(total.parts) and _is_short_scale(scene, total, hit, money=money)


def _is_money_ahead(scene: Scene, place: int) -> bool:
    """Return whether a currency as it is written stands at `place`: "5kUSD", and no "40 milyon kron"."""
    return any(hit.term.written in ("", scene.text[hit.start : hit.end]) for hit in scene.hits_ahead(place, _CURRENCY))


def _is_no_digit(scene: Scene, total: Sum, hit: Hit) -> bool:
    """Return whether a digit is a verb (the 이 of 이십육이다) or a measure (the 两 of 三十两)."""
    if scene.at(hit.start) == "이":
        if total.run and scene.ahead(hit.end, _MORE_DIGITS) is None:
            return True  # the particle of 오분의 일이
        return scene.at(hit.end) in _COPULA and scene.at(hit.end) != ""
    return scene.at(hit.start) in _TAELS and total.parts[-1].scale in (1, _TEN)


def _is_in_word(scene: Scene, hit: Hit) -> bool:
    """Return whether a zero begins another word: the 零 of 一些零星."""
    return hit.term.role is Role.DIGIT and not hit.term.value and scene.ahead(hit.start, _IDIOM) is not None


def _begins_unit(scene: Scene, hit: Hit) -> bool:
    """Return whether a scale is the beginning of a unit's name: the 兆 of 兆瓦 is mega."""
    return not scene.language.spaced and any(other.end > hit.end for other in scene.hits_ahead(hit.start, _UNIT))


def _is_word(scene: Scene, hit: Hit) -> bool:
    """Return whether a Korean scale syllable begins another word: the 조 of 조각, the 만 of 만큼."""
    after = scene.at(hit.end)
    if not HANGUL[0] <= after <= HANGUL[1] or scene.at(hit.start) not in _WORDLIKE or after in _PARTICLES:
        return False
    return scene.ahead(hit.end, _AFTER_SCALE) is None


def _is_short_scale(scene: Scene, total: Sum, hit: Hit, *, money: bool) -> bool:
    """Return whether "m", "bn" or "mm" is a scale: beside money, no unit of that spelling, or glued as a capital or k."""
    if money or scene.ahead(hit.end, _CURRENCY) or scene.ahead(scene.skip(hit.end), _CURRENCY):
        return True
    letter = scene.text[hit.start]
    if letter == "m" and hit.start == total.end and _counts_things(scene, hit.end):
        return True
    unit = _unit_at(scene, hit)
    if unit is not None and _is_rather_scale(scene, total, hit, unit):
        total.instead = (total.parts[-1].numeral, unit)
        return True
    if unit is not None and not (letter in "kK" and total.parts[-1].numeral.exponent == 0):
        return False
    if hit.end - hit.start > 1:
        return True
    if not total.digits or not scene.is_edge(hit.end):
        return False
    glued, decimal = hit.start == total.end, total.parts[-1].numeral.exponent < 0
    if letter in "bM" and decimal and (glued or letter == "M"):
        return _is_large(hit)  # "1.2b", "2.5 M"
    return letter == "k" or (letter.isupper() and (glued or (letter == "M" and _ends_phrase(scene, hit.end))))


def _is_rather_scale(scene: Scene, total: Sum, hit: Hit, unit: Unit) -> bool:
    """Return whether a scale spelled like a unit comes first: a glued capital, or a unit that nobody uses where the language is spoken."""
    if unit.name in _IMPERIAL and total.digits and not scene.language.tag.startswith(_IN_MILES):
        return not speaks_of(scene, unit.kind, but=scene.folded[hit.start : hit.end]) and not _is_speed(scene, hit.end)
    return _is_compact(scene, total, hit) and not speaks_of(scene, unit.kind)


def _is_speed(scene: Scene, end: int) -> bool:
    """Return whether "per hour" follows."""
    per = scene.ahead(scene.skip(end), _PER)
    hour = scene.ahead(scene.skip(per.end), _UNIT) if per is not None else None
    return hour is not None and bool(hour.term.units) and hour.term.units[0].name == "hour"


def _ends_phrase(scene: Scene, end: int) -> bool:
    """Return whether nothing or "of" follows, as behind the M of "38 M d'habitants"."""
    place = scene.skip(end)
    following = scene.at(place)
    return not following or following in ",;:)" or (place > end and scene.ahead(place, _LINK) is not None) or scene.at(end) == "'"


_IMPERIAL = frozenset({"mile"})  # where lengths are metric, a short scale word spelled like it comes first: "4,5 mi"
_IN_MILES = ("en", "cy", "gd", "ga")


def _is_compact(scene: Scene, total: Sum, hit: Hit) -> bool:
    """Return whether a capital is glued to digits, as headlines shorten counts: "38B", "1.2K"; units stand behind a blank."""
    letter = scene.text[hit.start : hit.end]
    return (
        len(letter) == 1
        and letter.isupper()
        and hit.start == total.end
        and total.digits == len(total.parts) == 1
        and scene.is_edge(hit.end)
    )


def _is_large(hit: Hit) -> bool:
    """Return whether a scale letter stands for millions or more."""
    return hit.term.value >= _MILLION


_MILLION = 10**6


def _counts_things(scene: Scene, end: int) -> bool:
    """Return whether "2.5m" counts what follows: homes, people, tonnes; "2.5m long" and "2.5m of" measure."""
    place = scene.skip(end)
    stop = scene.word_ahead(place)
    if place in (end, stop) or not scene.language.tag.startswith("en"):
        return False
    if scene.ahead(place, _UNIT) is not None:
        return True
    word = scene.folded[place:stop]
    return word in _PEOPLE or (word.endswith("s") and not word.endswith("ss") and len(word) > _SHORT and not _has_length(scene))


def _has_length(scene: Scene) -> bool:
    """Return whether the sentence speaks of lengths."""
    words = _WORD.findall(scene.folded, scene.opening, scene.high)
    return any(term.role is Role.CUE and term.text == "length" for word in words for term in scene.language.terms.get(word, ()))


_PEOPLE = frozenset({"people", "children", "men", "women"})
_SHORT = 3
_WORD = re.compile(r"[^\W\d_]+")


def _is_small_change(scene: Scene, total: Sum, hit: Hit) -> bool:
    """Return whether French "cents" are coins: behind digits, or behind more than nineteen."""
    if not any(other.end == hit.end for other in scene.hits_ahead(hit.start, _SUBUNIT)):
        return False
    return total.digits > 0 or total.parts[-1].numeral.significand > 19


def _is_unit(scene: Scene, hit: Hit) -> bool:
    """Return whether the word of a scale is a unit in this very spelling too: mm, t."""
    return _unit_at(scene, hit) is not None


def _unit_at(scene: Scene, hit: Hit) -> Unit | None:
    """Return the unit that the word of a scale is in this very spelling too."""
    written = scene.text[hit.start : hit.end]
    for other in scene.hits_ahead(hit.start, _UNIT):
        if other.end == hit.end and other.term.written in ("", written) and other.term.units:
            return other.term.units[0]
    return None


def take(scene: Scene, total: Sum, hit: Hit) -> bool:
    """Add one term to the number; False where it does not belong to it."""
    term = hit.term
    match term.role:
        case Role.NUMBER:
            taken = take_number(total, numeral_of(term.value))
            if taken and term.hedge is not Hedge.EXACT:
                total.softened = term.hedge
        case Role.DIGIT:
            taken = take_digit(total, numeral_of(term.value), glued=hit.start == total.end)
        case Role.SCALE:
            taken = take_scale(total, term.value)
        case Role.FRACTION:
            taken = _take_fraction(total, numeral_of(term.value), phrase=" " in scene.folded[hit.start : hit.end])
        case Role.AND_FRACTION:
            taken = take_half(total, numeral_of(term.value))
        case _:
            taken = take_vague(total, term)
    if taken:
        total.end = _before_scale(scene, hit.end) if term.role is Role.FRACTION else hit.end
        total.atoms += 1
        total.run = total.run + 1 if term.role is Role.DIGIT else 0
    return taken


def _before_scale(scene: Scene, end: int) -> int:
    """Return where "of a" ends between a fraction and its scale word (a quarter of a million), or `end`."""
    link = scene.ahead(scene.skip(end), _LINK)
    article = scene.ahead(scene.skip(link.end if link else end), _ARTICLE)
    return article.end if article and scene.ahead(scene.skip(article.end), _SCALE) else end


def _is_one_part(share: Numeral) -> bool:
    return share.value != 0 and (1 / share.value) % 1 < Decimal("1e-9")


def _take_fraction(total: Sum, share: Numeral, *, phrase: bool) -> bool:
    """Read "half" at the start of a number, or the thirds of "two thirds"."""
    if not total.parts:
        total.parts.append(Part(share, worded=True))
        total.fraction = True
        return True
    last = total.parts[-1]
    if not total.fraction and last.worded and last.numeral.exponent == 0 and _is_one_part(share) and phrase:
        total.parts.append(Part(share))  # "drie een vijfde"
        total.fraction = False
        return last.scale == 1
    if len(total.parts) > 1 or total.fraction or last.scale != 1 or last.numeral.exponent or not last.worded:
        return False
    last.numeral = times(last.numeral, share)
    total.fraction = True
    return True
