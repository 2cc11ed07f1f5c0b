"""Numbers put together from digits and number words: "1,4 billones", "7兆3千億", "six thousand 322", "two and a half"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.language import Role, Term
from claimcheck.model.mention import Hedge, Numeral
from claimcheck.scan.amount import Number
from claimcheck.scan.arithmetic import ONE, PLACES, numeral_of, plus, times
from claimcheck.scan.compound import read_compound
from claimcheck.scan.denominators import denominator_ahead, take_denominator
from claimcheck.scan.numerals import VULGAR, read_digits, vulgar
from claimcheck.scan.scene import CJK, HANGUL, Hit, Scene
from claimcheck.scan.spelling import add_vulgar, read_counted_half, read_decimals, read_power, read_slash
from claimcheck.scan.sums import Part, Sum, lift_last, take_after_joiner, take_digit, take_half, take_number, take_scale, take_vague

ATOMS = frozenset({Role.NUMBER, Role.DIGIT, Role.SCALE, Role.VAGUE, Role.FRACTION, Role.AND_FRACTION})
_JOINER = frozenset({Role.JOINER})
_LINK = frozenset({Role.LINK})
_AFTER_JOINER = frozenset({Role.NUMBER, Role.FRACTION, Role.SCALE})
_SCALE = frozenset({Role.SCALE})
_MULTIPLIED = frozenset({Role.SCALE, Role.VAGUE})
_POINT = frozenset({Role.POINT})
_NUMBER = frozenset({Role.NUMBER})
_SPELLED = frozenset({Role.NUMBER, Role.SCALE})
_CURRENCY = frozenset({Role.CURRENCY})
_UNIT = frozenset({Role.UNIT})
_SUBUNIT = frozenset({Role.SUBUNIT})
_ARTICLE = frozenset({Role.ARTICLE})
_LIFTING = ("zh", "yue")  # 二百五 is 250 in Chinese; in Japanese and Korean it is 205
_MOST_ATOMS = 48  # no number that people write has more words; keeps hostile input linear


def read_number(scene: Scene, start: int, marks: str = "", *, money: bool = False) -> Number | None:
    """Return the number that begins at `start`, as long as it goes.

    `marks` are the decimal separators of the text, `money` tells that a currency stands before, so that "m" is million.
    """
    total = Sum(end=start, lifts=scene.language.tag.startswith(_LIFTING))
    first = scene.at(start)
    other, why = None, ""
    if first.isdecimal():
        digits = read_digits(scene, start, marks)
        if digits is None:
            return None
        total.parts.append(Part(digits.numeral))
        total.end, total.digits, other, why = digits.end, 1, digits.other, digits.why
        add_vulgar(scene, total)
        read_power(scene, total)
        read_slash(scene, total, plain=digits.plain)
    elif first in VULGAR:
        total.parts.append(Part(vulgar(first)))
        total.end, total.digits, total.fraction = start + 1, 1, True
    elif (led := _read_led(scene, start, marks, money=money)) is not None:
        return led
    elif not (_read_atom(scene, total, start, money=money) or _read_one(scene, total, start)):
        return None
    _read_on(scene, total, money=money)
    take_denominator(scene, total)
    read_counted_half(scene, total)
    return _finish(start, total, other, why)


def _read_led(scene: Scene, start: int, marks: str, *, money: bool) -> Number | None:
    """Read साढ़े तीन लाख, whose half stands before the number: three and a half lakh."""
    share = scene.ahead(start, _AND_FRACTION)
    if share is None or share.term.text != "before":
        return None
    number = read_number(scene, scene.skip(share.end), marks, money=money)
    if number is None or number.vague:
        return None
    factor = numeral_of(Decimal(number.scale))
    number.low = number.high = plus(number.low, times(numeral_of(share.term.value), factor))
    number.start, number.other = start, None
    number.atoms += 1
    return number


_AND_FRACTION = frozenset({Role.AND_FRACTION})


def _read_one(scene: Scene, total: Sum, start: int) -> bool:
    """Read the article of "un virgule cinq" as a one."""
    article = scene.ahead(start, _ARTICLE)
    if article is None or scene.ahead(scene.skip(article.end), _POINT) is None:
        return False
    total.parts.append(Part(ONE, worded=True))
    total.end, total.atoms = article.end, 1
    return _read_point(scene, total, scene.skip(article.end))


def _read_on(scene: Scene, total: Sum, *, money: bool) -> None:
    """Take one word or numeral after the other for as long as they belong to one number."""
    for _ in range(_MOST_ATOMS):
        spoken = (
            total.run
            or HANGUL[0] <= scene.at(total.end - 1) <= HANGUL[1]
            or (not scene.language.spaced and total.atoms and not total.digits)
        )
        if spoken and _reads_decimals(scene, total):
            scale = scene.ahead(scene.skip(total.end), _SCALE)
            if scale is not None and scale.term.value >= 1000:
                _take(scene, total, scale)
            return
        place = scene.skip(total.end)
        if scene.at(place) == "-" and place == total.end and scene.at(place + 1).isalpha():
            place += 1
        elif scene.at(place) == "-" and place > total.end and _is_tens(total) and scene.ahead(scene.skip(place + 1), _NUMBER):
            place = scene.skip(place + 1)  # "fifty - two"
        if total.parts and _read_softened(scene, total, place):
            continue
        if total.parts and denominator_ahead(scene, place, scene.ahead(place, ATOMS)):
            return
        if total.atoms and not total.digits and _read_point(scene, total, place):
            return
        if place < scene.high and scene.at(place).isdecimal():
            if not _read_more_digits(scene, total, place):
                return
        elif not (_read_atom(scene, total, place, money=money) or _read_joined(scene, total, place) or _take_article(scene, total, place)):
            return


_COPULA = frozenset("다며었라죠므")


_POINTS = frozenset("点點・점")  # the decimal point among number characters


def _read_softened(scene: Scene, total: Sum, place: int) -> bool:
    """Read the "and more" inside of 三十多万, 30余万, 千五百零幾萬 and 30여만, with the scale behind it."""
    if scene.at(place) < CJK or total.low is not None:
        return False
    for hit in scene.hits_ahead(place, _SOFTENING):
        term = hit.term
        few = term.role is Role.VAGUE and term.high is not None and term.high <= _TEN
        if hit.end - hit.start > 1 or not (few or (term.role is Role.HEDGE and term.suffix and term.hedge in _OPEN_ENDS)):
            continue
        scale = scene.ahead(scene.skip(hit.end), _SCALE)
        if scale is None or scale.term.value < _THOUSAND or not _take(scene, total, scale):
            return False
        total.softened = Hedge.MORE_THAN
        return True
    return False


_SOFTENING = frozenset({Role.HEDGE, Role.VAGUE})
_OPEN_ENDS = frozenset({Hedge.MORE_THAN, Hedge.ABOUT, Hedge.AT_LEAST})
_THOUSAND = 1000


def _is_tens(total: Sum) -> bool:
    last = total.parts[-1] if total.parts else None
    return last is not None and last.worded and last.scale == 1 and last.numeral.value in _TENS


_TENS = frozenset(range(20, 100, 10))


def _reads_decimals(scene: Scene, total: Sum) -> bool:
    """Read the point and decimals of 五点八, 百・八十九 and 이백점 칠일."""
    place = total.end if scene.at(total.end) in _POINTS else scene.skip(total.end)
    if scene.at(place) not in _POINTS or not scene.at(place):
        return False
    begin, end = scene.skip(place + 1), total.end
    hit = scene.ahead(begin, _DIGIT)
    tens = scene.ahead(hit.end if hit else begin, _SCALE)
    if hit is not None and tens is not None and tens.term.value == _TEN and scene.ahead(tens.end, _DIGIT):
        ones = scene.ahead(tens.end, _DIGIT)
        total.parts.append(Part(Numeral(int(hit.term.value) * 10 + int(ones.term.value if ones else 0), -2)))
        total.end = ones.end if ones else tens.end
        return True
    total.end = begin - 1
    if read_decimals(scene, total):
        return True
    total.end = end
    return False


_TEN = 10
_DIGIT = frozenset({Role.DIGIT})


def _read_point(scene: Scene, total: Sum, place: int) -> bool:
    """Read decimals in words: "two point zero five", "dos coma setenta y uno", and the scale behind them."""
    point = scene.ahead(place, _POINT)
    if point is None or total.low is not None or total.fraction:
        return False
    decimals, end = _decimals_in_words(scene, scene.skip(point.end))
    if not decimals:
        return False
    total.parts.append(Part(Numeral(int(decimals), -len(decimals))))
    total.end = end
    total.atoms += 1
    scale = scene.ahead(scene.skip(end), _SCALE)
    if scale is not None and not scale.term.money_only and scale.term.value >= 1000 and all(part.scale == 1 for part in total.parts):
        _take(scene, total, scale)
    return True


def _decimals_in_words(scene: Scene, place: int) -> tuple[str, int]:
    """Return the digits that the words at `place` spell, one by one or as one number, and where they end."""
    found, end = "", place
    while len(found) < PLACES:
        hit = scene.ahead(place, _NUMBER)
        if hit is not None and hit.term.value < 10:
            found, end = found + str(hit.term.value), hit.end
            place = scene.skip(end)
            continue
        if found.strip("0") or (hit is None and not _is_scale_word(scene, place)):
            return found, end
        return _whole_in_words(scene, place, found) or (found, end)
    return found, end


def _is_scale_word(scene: Scene, place: int) -> bool:
    return scene.ahead(place, _SCALE) is not None


def _whole_in_words(scene: Scene, place: int, zeros: str) -> tuple[str, int] | None:
    """Return the digits of a number below ten thousand in words; a thousand or more behind it scales all that is before."""
    inner = Sum(end=place)
    for _ in range(_MOST_ATOMS):
        at = scene.skip(inner.end)
        scale = scene.ahead(at, _SCALE)
        if scale is not None and scale.term.value >= 1000 and inner.parts:
            break
        known = scene.ahead(at, _SPELLED)
        if not (_read_atom(scene, inner, at, money=False) if known else bool(inner.parts) and _read_joined(scene, inner, at)):
            break
    whole = sum(int(part.numeral.value) for part in inner.parts)
    return (zeros + str(whole), inner.end) if inner.parts and inner.low is None else None


def _read_more_digits(scene: Scene, total: Sum, place: int) -> bool:
    """Read the digits behind a scale: "6 bin 322", "245万8120"."""
    last = total.parts[-1] if total.parts else None
    if last is None or last.scale < 100 or total.low is not None:
        return False
    digits = read_digits(scene, place)
    if digits is None or digits.numeral.value >= last.scale:
        return False
    glued = place == total.end
    short = last.scale <= 10_000 and digits.plain and digits.end - place <= 3
    scaled = scene.ahead(scene.skip(digits.end), _SCALE) is not None
    if not (glued or short or scaled):
        return False
    total.parts.append(Part(digits.numeral))
    total.digits += 1
    total.end = digits.end
    return True


def _read_atom(scene: Scene, total: Sum, place: int, *, money: bool) -> bool:
    """Read one number word at `place` if it fits what has been read."""
    linked = scene.ahead(place, _LINK) if total.parts or total.low is not None else None
    hits = scene.hits_ahead(place, ATOMS)
    if len(hits) > 1 and not total.parts and total.low is None:
        hits.sort(key=_vague_first)
    for hit in hits:
        if _fits(scene, total, hit, money=money) and _take(scene, total, hit):
            return True
    if linked is not None:
        for hit in scene.hits_ahead(scene.skip(linked.end), _MULTIPLIED):
            if not hit.term.money_only and _is_scaled(hit.term, total) and _take(scene, total, hit):
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
    if term.role is Role.DIGIT and total.parts and _is_no_digit(scene, total, hit):
        return False
    if term.role is not Role.SCALE:
        return True
    if total.parts and _is_word(scene, hit):
        return False
    if not scene.may_end(hit.end) and scene.ahead(hit.end, _CURRENCY) is None:
        return False
    if term.value == 100 and total.parts and _is_small_change(scene, total, hit):
        return False
    if not term.money_only and not (total.parts and _is_unit(scene, hit)):
        return True
    return bool(total.parts) and _is_short_scale(scene, total, hit, money=money)


def _is_no_digit(scene: Scene, total: Sum, hit: Hit) -> bool:
    """Return whether a digit is a verb (the 이 of 이십육이다) or a measure (the 两 of 三十两)."""
    if scene.at(hit.start) == "이":
        return scene.at(hit.end) in _COPULA and scene.at(hit.end) != ""
    return scene.at(hit.start) in _TAELS and total.parts[-1].scale in (1, _TEN)


_TAELS = frozenset("两兩俩")


def _is_word(scene: Scene, hit: Hit) -> bool:
    """Return whether a Korean scale syllable begins another word: the 조 of 조각, the 만 of 만큼."""
    after = scene.at(hit.end)
    if not HANGUL[0] <= after <= HANGUL[1] or scene.at(hit.start) not in _WORDLIKE or after in _PARTICLES:
        return False
    return scene.ahead(hit.end, _AFTER_SCALE) is None


_WORDLIKE = frozenset("만조")
_PARTICLES = frozenset("을를이가은는의에와과도로원여개명")
_AFTER_SCALE = frozenset({Role.DIGIT, Role.SCALE, Role.UNIT, Role.CURRENCY, Role.CLASSIFIER, Role.HEDGE, Role.VAGUE, Role.AND_FRACTION})


def _is_short_scale(scene: Scene, total: Sum, hit: Hit, *, money: bool) -> bool:
    """Return whether "m", "bn" or "mm" is a scale: beside money, no unit of that spelling, or glued as a capital or k."""
    if money or scene.ahead(hit.end, _CURRENCY) or scene.ahead(scene.skip(hit.end), _CURRENCY):
        return True
    letter = scene.text[hit.start]
    if _is_unit(scene, hit) and not (letter in "kK" and total.parts[-1].numeral.exponent == 0):
        return False
    if hit.end - hit.start > 1:
        return True
    return total.digits > 0 and ((hit.start == total.end and letter.isupper()) or (letter == "k" and scene.is_edge(hit.end)))


def _is_small_change(scene: Scene, total: Sum, hit: Hit) -> bool:
    """Return whether French "cents" are coins: behind digits, or behind more than nineteen."""
    if not any(other.end == hit.end for other in scene.hits_ahead(hit.start, _SUBUNIT)):
        return False
    return total.digits > 0 or total.parts[-1].numeral.significand > 19


def _is_unit(scene: Scene, hit: Hit) -> bool:
    """Return whether the word of a scale is a unit in this very spelling too: mm, t."""
    written = scene.text[hit.start : hit.end]
    return any(other.end == hit.end and other.term.written in ("", written) for other in scene.hits_ahead(hit.start, _UNIT))


def _take(scene: Scene, total: Sum, hit: Hit) -> bool:
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


def _read_joined(scene: Scene, total: Sum, place: int) -> bool:
    """Read "and twenty" behind hundreds and scales, and German or Arabic "three and twenty"."""
    joiner = scene.ahead(place, _JOINER)
    if joiner is None or not total.parts or total.low is not None:
        return False
    last = total.parts[-1]
    begin = scene.skip(joiner.end)
    if scene.at(begin).isdecimal():
        return _read_joined_digits(scene, total, last, begin)
    for hit in scene.hits_ahead(begin, _AFTER_JOINER):
        if hit.term.role is Role.NUMBER and _begins_fraction(scene, hit):
            return False
        if hit.term.role is Role.NUMBER and take_after_joiner(total, last, numeral_of(hit.term.value).significand):
            total.end = hit.end
            total.joined = int(hit.term.value)
            total.atoms += 1
            return True
        if hit.term.role is Role.FRACTION and not total.fraction and last.worded and last.scale == 1:
            last.numeral = plus(last.numeral, numeral_of(hit.term.value))
            total.end = hit.end
            return True
    return _take_article(scene, total, begin) or (last.scale >= 1000 and read_compound(scene, total, begin))


def _read_joined_digits(scene: Scene, total: Sum, last: Part, begin: int) -> bool:
    """Read the 21 of "3 hundred and 21", no further hundreds."""
    digits = read_digits(scene, begin) if total.digits and last.scale == _HUNDRED else None
    if digits is None or not digits.plain or not 0 < digits.numeral.value < _HUNDRED:
        return False
    if scene.ahead(scene.skip(digits.end), _SCALE) is not None:
        return False
    return _read_more_digits(scene, total, begin)


def _take_article(scene: Scene, total: Sum, place: int) -> bool:
    """Read the "bir" of "yüz bir" and the "um" of "cento e um", which are articles elsewhere, as one."""
    article = scene.ahead(place, _ARTICLE)
    if article is None or scene.language.tag.startswith("en") or total.low is not None or total.fraction:
        return False
    last = total.parts[-1] if total.parts else None
    if last is None or not last.worded or last.numeral.value >= _MILLION or last.numeral.value % _HUNDRED:
        return False
    if scene.ahead(scene.skip(article.end), _NOT_ONE):
        return False
    total.parts.append(Part(ONE, worded=True))
    total.end = article.end
    total.atoms += 1
    return True


_MILLION = 10**6
_NOT_ONE = frozenset({Role.FRACTION, Role.DENOMINATOR, Role.SCALE, Role.VAGUE})


_HUNDRED = 100


def _begins_fraction(scene: Scene, hit: Hit) -> bool:
    """Return whether what follows "and" is a proper fraction: the three quarters of "a hundred and three quarters"."""
    place = scene.skip(hit.end)
    if scene.at(place) == "-":
        place += 1
    if scene.ahead(place, _DIVIDED) is not None:
        return True
    share = scene.ahead(place, _DENOMINATOR) or scene.ahead(hit.start, _FRACTION)
    return share is not None and (share.start == hit.start or hit.term.value < share.term.value)


_DENOMINATOR = frozenset({Role.DENOMINATOR})
_DIVIDED = frozenset({Role.DIVIDED})
_FRACTION = frozenset({Role.FRACTION})


def _finish(start: int, total: Sum, other: Numeral | None, why: str) -> Number | None:
    """Return the sum of all parts, widened by a vague word."""
    if total.lifts and total.run == 1 and len(total.parts) > 1 and not total.filled:
        lift_last(total)
    numeral = ONE
    if total.parts:
        numeral = total.parts[0].numeral
        for part in total.parts[1:]:
            numeral = plus(numeral, part.numeral)
    low = high = numeral
    if total.low is not None and total.high is not None:
        low, high = times(numeral_of(total.low), numeral), times(numeral_of(total.high), numeral)
    scale = max((part.scale for part in total.parts), default=1)
    if other is not None and total.atoms:
        factor = numeral_of(Decimal(scale))
        other = times(other, factor) if len(total.parts) == 1 else None
    return Number(
        start, total.end, low, high, vague=low != high, other=other, why=why,
        digits=total.digits, atoms=total.atoms, scale=scale, fraction=total.fraction and scale == 1,
        softened=total.softened, above=total.above, below=total.below,
    )  # fmt: skip
