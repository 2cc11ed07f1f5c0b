"""One figure, read around the place where it begins."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge, Numeral, Unit
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.arithmetic import numeral_of, plus, scaled
from claimcheck.scan.atoms import ATOMS
from claimcheck.scan.compose import read_number
from claimcheck.scan.counted import find_counted, names_period
from claimcheck.scan.counting import counts, is_all
from claimcheck.scan.fractions import read_fraction, read_one
from claimcheck.scan.habits import Habits
from claimcheck.scan.lists import read_age, share_in_list
from claimcheck.scan.measures import main_unit, measure, unit_before
from claimcheck.scan.modifiers import hedge_behind
from claimcheck.scan.odds import close_odds, read_odds_phrase
from claimcheck.scan.parts import add_half
from claimcheck.scan.per import rate_end
from claimcheck.scan.ranges import read_odds, read_range, read_share, take_margin
from claimcheck.scan.refusals import (
    id_end,
    is_glued_to_name,
    is_glued_to_word,
    is_ordinal_or_item,
    is_refused_by_word,
    names_a_product,
    score_end,
)
from claimcheck.scan.scene import CJK, Hit, Scene, is_letter
from claimcheck.scan.shares import read_parted_share
from claimcheck.scan.softened import softener
from claimcheck.units import PERCENT

_NEGATIVE = frozenset({Role.NEGATIVE})
_NEGATIVE_OR_HEDGE = frozenset({Role.NEGATIVE, Role.HEDGE})  # "au moins 219" is at least, not minus
_CURRENCY = frozenset({Role.CURRENCY})
_CLASSIFIER = frozenset({Role.CLASSIFIER})
_AGO = frozenset({Role.AGO})
_ARTICLE = frozenset({Role.ARTICLE})
_LINK = frozenset({Role.LINK})
_DIGIT = frozenset({Role.DIGIT})
_LONG = frozenset({Role.LONG_DURATION})
_WHOLE = frozenset({Role.AMOUNT})
_AND_HALF = frozenset({Role.AND_FRACTION})
_COUNTING = frozenset({Role.SCALE, Role.VAGUE, Role.FRACTION})
_FRACTION = frozenset({Role.FRACTION})
_TIMED = frozenset({Role.UNIT})
_TIME_KINDS = frozenset({"duration", "percent"})
_ONE_KINDS = _TIME_KINDS | {"money", "mass", "volume"}
_BOUNDARY = frozenset(" \n\t([{（「『“«\"'/:;,=|·—–~")


def read_figure(scene: Scene, start: int, habits: Habits) -> tuple[Amount | None, int]:
    """Return the figure that begins at `start`, or None, and the place up to which the text is done with."""
    rate = rate_end(scene, start)
    if rate > start:
        return None, rate
    if scene.at(start).isdigit() or not is_letter(scene.at(start)):
        return _read_digital(scene, start, habits)
    return _read_worded(scene, start, habits)


def _read_digital(scene: Scene, start: int, habits: Habits) -> tuple[Amount | None, int]:
    before = unit_before(scene, start)
    if before is None and is_glued_to_name(scene, start):
        return None, _token_end(scene, start)
    if before is None:
        for end in (id_end(scene, start), score_end(scene, start)):
            if end > start:
                return None, end
    number = read_number(scene, start, habits.marks, money=before is not None)
    if number is None:
        return None, _token_end(scene, start)
    before = _take_leading_point(scene, number) or before
    amount = _complete(scene, number, before, habits)
    if _is_refused(scene, amount, habits):
        return None, max(number.end, start + 1)
    if not amount.units and (number.scale > 1 or amount.counted_to == amount.counted_from):
        _take_name_before(scene, amount)
    return amount, amount.end


def _take_leading_point(scene: Scene, number: Number) -> Hit | None:
    """Read ".77" as 0.77, and return the currency before it."""
    start = number.start
    if scene.at(start - 1) == "," and scene.at(start - 2) >= CJK:
        return None
    if scene.at(start - 1) not in ".," or not scene.at(start - 1) or number.low.exponent < 0 or number.scale > 1:
        return None
    ahead = scene.at(start - 2)
    before = unit_before(scene, start - 1)
    if ahead and ahead not in _BOUNDARY and ahead not in "-+" and before is None:
        return None
    places = 0
    while scene.at(start + places).isdigit():
        places += 1
    number.low = number.high = Numeral(number.low.significand, number.low.exponent - places)
    number.start = start - 1
    return before


def _is_refused(scene: Scene, amount: Amount, habits: Habits) -> bool:
    number = amount.number
    if _is_decade(scene, amount):
        return True
    if not amount.units and number.scale == 1 and amount.hedge is not Hedge.RANGE and is_glued_to_word(scene, number.end):
        return True
    if is_ordinal_or_item(scene, amount) or is_refused_by_word(scene, amount):
        return True
    return names_a_product(scene, amount, habits)


def _take_name_before(scene: Scene, amount: Amount) -> None:
    """Take a currency's name that stands before a number which nothing else names: "ringgit 42", "Rs 500 crore"."""
    for hit in scene.hits_behind(scene.skip_back(amount.start, 2), _CURRENCY):
        if hit.term.text == "scaled" or not (scene.is_edge(hit.start) or not scene.folded[hit.start].isalpha()):
            continue  # "won 12"; the 원 of 경비원 is no won
        if hit.term.units and (not hit.term.written or hit.term.written == scene.text[hit.start : hit.end]):
            amount.start, amount.units = hit.start, hit.term.units
            return


def _is_decade(scene: Scene, amount: Amount) -> bool:
    """Return whether this is "the 80s" and no 80 seconds."""
    number = amount.number
    glued = scene.folded[number.end : amount.end] == "s" and not number.low.exponent
    return glued and 20 <= number.low.significand <= 90 and number.low.significand % 10 == 0


def _token_end(scene: Scene, start: int) -> int:
    """Return the end of the run of letters, digits and what holds them together."""
    place, high = start + 1, scene.high
    while place < high and (_is_token(scene.folded[place]) or (scene.folded[place] in "-.,:/_" and scene.at(place + 1).isdigit())):
        place += 1
    return place


def _is_token(character: str) -> bool:
    """Return whether a token goes on with the character: a letter or digit of a script with spaces."""
    return character.isalnum() and (character < CJK or character.isdigit())


def _complete(scene: Scene, number: Number, before: Hit | None, habits: Habits) -> Amount:
    """Return the number with unit, sign, second end, hedges and what it counts."""
    read_share(scene, number, habits.marks)
    read_fraction(scene, number, habits.marks)
    amount = measure(scene, number, before, habits.marks)
    _apply_sign(scene, amount)
    if not take_margin(scene, amount, habits.marks):
        read_range(scene, amount, habits.marks)
    if not amount.units and not close_odds(scene, amount) and not read_parted_share(scene, amount, habits.marks):
        read_odds(scene, amount, habits.marks)
    if not amount.units and amount.hedge is not Hedge.RANGE:
        share_in_list(scene, amount, habits.marks)
        read_age(scene, amount)
    _apply_money_part(amount)
    if not amount.units and not number.fraction and _can_count(scene, amount):
        amount.counted_from, amount.counted_to, first = find_counted(scene, amount.end)
        _soften(scene, amount, first, amount.counted_to)
        amount.end = max(amount.end, first)
    else:
        _soften(scene, amount)
    return amount


def _can_count(scene: Scene, amount: Amount) -> bool:
    """Return whether the words behind may name what is counted.

    A decimal without a scale word counts nothing ("32,87 oldu"), and where millions take an "of" before a noun, a word
    without it is none ("250 milliards avec").
    """
    numeral = amount.number.low
    if numeral.exponent < 0 or names_period(scene, scene.skip(amount.end)):
        return False
    return amount.number.scale < 1_000_000 or not scene.links_millions or scene.ahead(scene.skip(amount.end), _LINK) is not None


def _apply_money_part(amount: Amount) -> None:
    """Turn cents into their currency and tenths (割) into percent."""
    if amount.units and main_unit(amount.units[0]) != amount.units[0]:
        factor = amount.units[0].factor
        if amount.units[0].name == PERCENT.name and amount.number.low.value > _TENTHS:
            factor = Decimal(1)  # 七五折 is 75 %, 七折 70 %
        amount.low = scaled(amount.low, factor) if amount.low else None
        amount.high = scaled(amount.high, factor) if amount.high else None
        amount.trace.append("part of a currency")


_TENTHS = 10


def _apply_sign(scene: Scene, amount: Amount) -> None:
    place = amount.start
    if place < amount.number.start and scene.at(amount.number.start - 1) in "-－" and not scene.at(amount.number.start - 2).isalnum():
        _negate(amount)
        return
    sign = scene.at(place - 1)
    if sign in ("", " ") and (_stands_alone(scene, amount) or _is_spaced_minus(scene, amount)):
        place, sign = scene.skip_back(place), "-"
    if sign and sign in "-+－＋":
        ahead = scene.at(place - 2)
        if ahead and ahead in "-－":
            return  # two minuses are none
        if not ahead or ahead in _BOUNDARY or (ahead >= CJK and not ahead.isdigit()):
            amount.start = max(scene.low, place - 1)
            amount.number.signed = True
            if sign in "-－":
                _negate(amount)
        return
    hit = scene.behind(scene.skip_back(place), _NEGATIVE_OR_HEDGE)
    if hit is not None and hit.term.role is Role.NEGATIVE:
        amount.start = hit.start
        if not _is_fall(scene, amount, hit):
            _negate(amount)
        return
    hit = scene.ahead(scene.skip(amount.end), _NEGATIVE) if amount.units and _is_heat(amount.units[0]) else None
    if hit is not None:
        amount.end = hit.end
        _negate(amount)


def _is_heat(unit: Unit) -> bool:
    return unit.kind.startswith("temperature") or unit.name == "degree"


def _is_fall(scene: Scene, amount: Amount, hit: Hit) -> bool:
    """Return whether "menos 93 %" says by how much something fell, as it does behind a noun or a stop; "de menos 5 %" is below zero."""
    word = scene.folded[hit.start : hit.end]
    if not amount.units or amount.units[0].kind != "percent" or not any(term.text == "fall" for term in scene.language.terms[word]):
        return False
    place = scene.skip_back(hit.start)
    return place <= scene.opening or scene.folded[place - 1] in ",;:(–—-"


def _is_spaced_minus(scene: Scene, amount: Amount) -> bool:
    """Return whether a hyphen between blanks before degrees is a minus: "convert - 20 °F"."""
    if not amount.units or not _is_heat(amount.units[0]):
        return False
    place = scene.skip_back(amount.start)
    before = scene.skip_back(place - 1)
    return scene.at(place - 1) == "-" and before < place - 1 and is_letter(scene.at(before - 1) or " ")


def _stands_alone(scene: Scene, amount: Amount) -> bool:
    """Return whether the sentence is nothing but "- 1 200", as in a table: a minus, not the dash of a list."""
    place = scene.skip_back(amount.start)
    if scene.at(place - 1) == "-" and scene.skip_back(place - 1) <= scene.skip(scene.opening):
        return scene.skip(amount.end) >= scene.high
    return place <= scene.skip(scene.opening) and not _has_more(scene, amount.end)


def _has_more(scene: Scene, end: int) -> bool:
    """Return whether the whole text is more than a dash and this figure, which is no list then."""
    text, opening = scene.text, scene.opening
    return opening > _DASHED or text[:opening].strip() != "-" or len(text) - end > _DASHED or text[end:].strip() != ""


_DASHED = 4  # characters


def _negate(amount: Amount) -> None:
    amount.number.signed = True
    low, high = amount.low, amount.high
    amount.low = Numeral(-high.significand, high.exponent) if high else None
    amount.high = Numeral(-low.significand, low.exponent) if low else None


def _soften(scene: Scene, amount: Amount, *ends: int) -> None:
    """Apply the nearest hedge; bounds open one end of the stated interval.

    `ends` are further places behind which one may stand: "40 people or more".
    """
    if amount.hedge is Hedge.RANGE:
        return
    before = softener(scene, amount)
    behind = None if before else _first_behind(scene, (amount.end, *ends))
    found = before or behind
    if amount.number.vague:
        amount.hedge = Hedge.VAGUE
        if found and found[0] in _LOWER:
            amount.hedge, amount.high = found[0], None
        return
    if found is None:
        _soften_within(amount)
        return
    amount.hedge = found[0]
    amount.trace.append(f"{found[2].strip()}: {amount.hedge.value}")
    if amount.hedge in _LOWER:
        amount.high = None
    elif amount.hedge in _UPPER:
        amount.low = None
    if behind is not None:
        amount.end = max(amount.end, behind[1])


def _soften_within(amount: Amount) -> None:
    """Apply the hedge that a word inside of the number gives it: 三十多万, "une centaine"."""
    if amount.number.softened is Hedge.EXACT:
        return
    amount.hedge = amount.number.softened
    if amount.hedge in _LOWER:
        amount.high = None


_LOWER = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_UPPER = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})


def _first_behind(scene: Scene, ends: tuple[int, ...]) -> tuple[Hedge, int, str] | None:
    for end in dict.fromkeys(ends):
        found = hedge_behind(scene, end)
        if found is not None:
            return found
    return None


def _read_worded(scene: Scene, start: int, habits: Habits) -> tuple[Amount | None, int]:
    """Read a figure that begins with a word."""
    if not scene.is_edge(start):
        return None, start + 1
    phrase = _read_phrase(scene, start, habits)
    if phrase is not None:
        return phrase, phrase.end
    whole = scene.ahead(start, _WHOLE)
    if whole is not None:
        amount = _whole_amount(scene, whole)
        return amount, amount.end
    halved = _unit_and_half(scene, start)
    if halved is not None:
        return halved, halved.end
    number = (read_number(scene, start, habits.marks) if _may_count(scene, start) else None) or _read_article(scene, start, habits)
    if number is None or _is_inside_unit(scene, start):
        return None, start + 1
    before = unit_before(scene, start)
    amount = _complete(scene, number, before, habits)
    if amount.units or number.article or number.vague or counts(scene, amount):
        if (
            is_refused_by_word(scene, amount)
            or _is_few(amount)
            or (number.is_one and not number.signed and not _may_be_one(scene, amount) and not is_all(scene, number))
        ):
            return None, number.end
        _take_article(scene, amount)
        return amount, amount.end
    return None, number.end


def _read_phrase(scene: Scene, start: int, habits: Habits) -> Amount | None:
    """Return the figure that a fixed phrase makes: odds in words, or "multi-year"."""
    odds = read_odds_phrase(scene, start, habits.marks)
    if odds is not None:
        _soften(scene, odds)
        return odds
    long = scene.ahead(start, _LONG)
    if long is not None and long.term.units and long.term.low is not None:
        return _long_duration(long)
    return None


def _may_count(scene: Scene, start: int) -> bool:
    """Return whether the word at `start` is more than an article."""
    hits = scene.all_ahead(start)
    return not hits or any(hit.term.role in ATOMS or hit.term.role is Role.SPOKEN for hit in hits)


def _is_inside_unit(scene: Scene, start: int) -> bool:
    """Return whether the word at `start` is part of a unit's name: the hundred of "por ciento"."""
    end = scene.word_ahead(start)
    return end > start and any(hit.start < start for hit in scene.hits_behind(end, _TIMED))


def _long_duration(hit: Hit) -> Amount:
    least = Numeral(int(hit.term.low or 0), 0)
    number = Number(hit.start, hit.end, least, least, atoms=1)
    return Amount(number, hit.start, hit.end, units=hit.term.units, low=least, hedge=Hedge.AT_LEAST, trace=["a duration of several"])


def _whole_amount(scene: Scene, hit: Hit) -> Amount:
    """Return the amount of a word that is a number and its unit in one: полчаса, ساعتان."""
    numeral = numeral_of(hit.term.value)
    number = Number(hit.start, hit.end, numeral, numeral, atoms=1)
    amount = Amount(number, hit.start, hit.end, units=hit.term.units, low=numeral, high=numeral)
    add_half(scene, amount)
    _soften(scene, amount)
    return amount


def _unit_and_half(scene: Scene, start: int) -> Amount | None:
    """Return the one and a half of "لتر ونصف", whose unit stands without a number."""
    half = scene.ahead(start, _AND_HALF)
    place = scene.skip_back(start)
    unit = scene.behind(place, _MEASURED) if half is not None and place < start else None
    if half is None or half.term.text or unit is None or not unit.term.units or unit.term.units[0].kind == "percent":
        return None
    if unit.end - unit.start < _NAMED or scene.behind(scene.skip_back(unit.start), ATOMS) is not None:
        return None
    numeral = plus(Numeral(1, 0), numeral_of(half.term.value))
    number = Number(unit.start, half.end, numeral, numeral, atoms=1)
    amount = Amount(number, unit.start, half.end, units=unit.term.units, low=numeral, high=numeral)
    _soften(scene, amount)
    return amount


_MEASURED = frozenset({Role.UNIT, Role.CURRENCY})
_NAMED = 3  # letters; shorter ones are symbols, which need a number


def _read_article(scene: Scene, start: int, habits: Habits) -> Number | None:
    """Read "a minute", "un mes", "a million": an article that counts as one."""
    article = scene.ahead(start, _ARTICLE)
    if article is None:
        return None
    place = scene.skip(article.end + (scene.at(article.end) == "'"))
    if scene.ahead(place, _COUNTING) is not None:
        number = read_number(scene, place, habits.marks)
        if number is not None:
            number.start = start
            return number
    single = read_one(scene, start, habits.marks)
    if single is not None:
        return single
    hit, lasting = scene.ahead(place, _TIMED), scene.ahead(place, _LONG)
    if hit is not None and lasting is not None and lasting.end > hit.end:
        return None  # "a weeks-long strike" is not one week
    if hit is None or not hit.term.units or hit.term.units[0].kind not in _TIME_KINDS:
        hit = _coin(scene, place) or _one_measure(scene, start, place)
    one = Numeral(1, 0)
    single = Number(start, article.end, one, one, atoms=1, article=True)
    if hit is None and is_all(scene, single) and not scene.language.tag.startswith("en"):
        single.article = False  # the whole text is "uno"
        return single
    if hit is None and _is_minus_one(scene, single):
        single.article = False
        return single
    return single if hit is not None else None


def _is_minus_one(scene: Scene, number: Number) -> bool:
    """Return whether a minus stands before an article that ends the phrase: "min een"."""
    minus = scene.behind(scene.skip_back(number.start), _NEGATIVE_OR_HEDGE)
    after = scene.at(scene.skip(number.end))
    return minus is not None and minus.term.role is Role.NEGATIVE and not is_letter(after or " ") and not after.isdigit()


def _one_measure(scene: Scene, start: int, place: int) -> Hit | None:
    """Return the measure that an article counts one of: "a litre of milk", "un kilo de pan"; "a foot" alone is none."""
    hit, lasting = scene.ahead(place, _TIMED), scene.ahead(place, _LONG)
    if hit is not None and lasting is not None and lasting.end > hit.end:
        return None  # "a weeks-long strike" is not one week
    if hit is None or not hit.term.units or hit.term.units[0].kind not in _MEASURES:
        return None
    behind = scene.skip(hit.end)
    alone = start == scene.skip(scene.opening) and behind >= scene.high
    return hit if alone or scene.ahead(behind, _LINK) is not None else None


_MEASURES = frozenset({"mass", "volume"})


def _coin(scene: Scene, place: int) -> Hit | None:
    """Return the money at `place` that an article counts one of: "un yen", "a cent"; no adjective of something else."""
    hit = scene.ahead(place, _MONEY)
    if hit is None or hit.end - hit.start < _NAMED or not scene.folded[hit.start].isalpha() or hit.term.prefix:
        return None
    after = scene.skip(hit.end)
    if scene.at(hit.end) == "-" or (is_letter(scene.at(after) or " ") and not scene.ahead(after, _SHORT_WORDS)):
        return None
    return hit


_MONEY = frozenset({Role.CURRENCY, Role.SUBUNIT})
_SHORT_WORDS = frozenset({
    Role.JOINER, Role.PER, Role.IN_TIME, Role.ON, Role.UNTIL, Role.BEFORE, Role.SINCE, Role.AFTER, Role.RANGE_MIDDLE, Role.HEDGE,
    Role.NUMBER, Role.ARTICLE,
})  # fmt: skip


def _may_be_one(scene: Scene, amount: Amount) -> bool:
    """Return whether a lone "one" or "a" is a figure: only before a unit, and not in "a year ago"."""
    if not amount.units or scene.ahead(scene.skip(amount.end), _AGO) or scene.behind(scene.skip_back(amount.start), _AGO):
        return False
    return not amount.number.article or amount.units[0].kind in _ONE_KINDS


_HANDFUL = 10


def _is_few(amount: Amount) -> bool:
    """Return whether this is a vague handful ("several parts", "a few days"), which says too little to be compared."""
    number = amount.number
    return number.vague and number.high.value <= _HANDFUL


def _take_article(scene: Scene, amount: Amount) -> None:
    """Let the figure begin at the article of "a hundred"."""
    if amount.number.start != amount.start or amount.number.digits:
        return
    place = scene.skip_back(amount.start)
    hit = scene.behind(place, _ARTICLE)
    if hit is not None and place < amount.start:
        amount.start = hit.start
