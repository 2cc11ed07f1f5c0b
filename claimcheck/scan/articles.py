"""Articles that count as one, and those that only stand before a number: "a minute", "un mes", "a hundred"."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral
from claimcheck.scan.amount import Amount, Number
from claimcheck.scan.compose import read_number
from claimcheck.scan.counting import is_all
from claimcheck.scan.fractions import read_one
from claimcheck.scan.habits import Habits
from claimcheck.scan.scene import Hit, Scene, is_letter
from claimcheck.units import PERIODS

_NEGATIVE_OR_HEDGE = frozenset({Role.NEGATIVE, Role.HEDGE})  # "au moins 219" is at least, not minus
_AGO = frozenset({Role.AGO})
_ARTICLE = frozenset({Role.ARTICLE})
_LINK = frozenset({Role.LINK})
_PER = frozenset({Role.PER})
_LONG = frozenset({Role.LONG_DURATION})
_COUNTING = frozenset({Role.SCALE, Role.VAGUE, Role.FRACTION})
_TIMED = frozenset({Role.UNIT})
_TIME_KINDS = frozenset({"duration", "percent"})
_ONE_KINDS = _TIME_KINDS | {"money", "mass", "volume"}
_OF_WHAT = 3  # words of what an amount is of: "3 tons of very fine dust a day"
_NAMED = 3  # letters; shorter ones are symbols, which need a number
_MEASURES = frozenset({"mass", "volume"})
_MONEY = frozenset({Role.CURRENCY, Role.SUBUNIT})
_SHORT_WORDS = frozenset({
    Role.JOINER, Role.PER, Role.IN_TIME, Role.ON, Role.UNTIL, Role.BEFORE, Role.SINCE, Role.AFTER, Role.RANGE_MIDDLE, Role.HEDGE,
    Role.NUMBER, Role.ARTICLE,
})  # fmt: skip


def read_article(scene: Scene, start: int, habits: Habits) -> Number | None:
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


def _coin(scene: Scene, place: int) -> Hit | None:
    """Return the money at `place` that an article counts one of: "un yen", "a cent"; no adjective of something else."""
    hit = scene.ahead(place, _MONEY)
    if hit is None or hit.end - hit.start < _NAMED or not scene.folded[hit.start].isalpha() or hit.term.prefix:
        return None
    after = scene.skip(hit.end)
    if scene.at(hit.end) == "-" or (is_letter(scene.at(after) or " ") and not scene.ahead(after, _SHORT_WORDS)):
        return None
    return hit


def may_be_one(scene: Scene, amount: Amount) -> bool:
    """Return whether a lone "one" or "a" is a figure: only before a unit, and not in "a year ago"."""
    if not amount.units or scene.ahead(scene.skip(amount.end), _AGO) or scene.behind(scene.skip_back(amount.start), _AGO):
        return False
    return not amount.number.article or amount.units[0].kind in _ONE_KINDS


def tells_a_rate(scene: Scene, amount: Amount, end: int) -> bool:
    """Return whether an article and a time tell how often the figure before is so, whose noun ends at `end`: "22 jets a month", "3 tons of dust a day"."""
    if not amount.number.article or amount.units[:1] == () or amount.units[0].name not in PERIODS:
        return False
    link = scene.ahead(scene.skip(end), _LINK)
    between = scene.folded[link.end if link else end : amount.start]
    words = between.split()
    return len(words) <= (_OF_WHAT if link else 0) and all(word.isalpha() for word in words) and scene.ahead(amount.start, _PER) is not None


def take_article(scene: Scene, amount: Amount) -> None:
    """Let the figure begin at the article of "a hundred"."""
    if amount.number.start != amount.start or amount.number.digits:
        return
    place = scene.skip_back(amount.start)
    hit = scene.behind(place, _ARTICLE)
    if hit is not None and place < amount.start:
        amount.start = hit.start
