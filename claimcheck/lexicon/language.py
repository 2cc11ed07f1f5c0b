"""What things are called in one language: the table that the scanner reads.

A `Language` is data only: it is built once from CLDR, number words and data/<lang>.toml, and kept in a cache.

Every key of `terms` is folded (`fold`). A term is found by taking the text at a place, trying the lengths that
`lengths` lists for its first two characters (longest first), and looking the slice up; `lengths_back` does the same
for the term that ends at a place, keyed by its last two characters. A term of one character stands there under that
character alone. In scripts with spaces a term must end and begin at
a word's edge unless its `Term.glued` is set.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from claimcheck.model.mention import Hedge, Unit
from claimcheck.values import dataclass

if TYPE_CHECKING:
    from claimcheck.lexicon.load import Terms


class Role(StrEnum):
    """What a term does beside a number.

    Numbers. NUMBER: a whole number word, 0 to 99, and hundreds where they are irregular (`value`; `hedge` is
    ABOUT for "une centaine"). DIGIT: a CJK numeral
    character. SCALE: multiplies what stands before it by `value` (hundred, thousand, mil, million, lakh, k, bn, 万, 億).
    FRACTION: half, third, quarter (`value` 0.5 …), alone or behind a number; with `text` "noun" a
    word that always is a share of something ("половину", "Hälfte"). AND_FRACTION: "and a half", "y medio".
    VAGUE: `low` to `high` of itself (dozens, hundreds, several, a handful, 数十); multiplies with scales and vague terms.
    JOINER: between parts of one number ("and", "y", "et", "und").
    NEGATIVE: minus, "below zero". ARTICLE: "a", "un" that counts as one only before a scale, vague term or unit.
    DENOMINATOR: the fifths of "three fifths" (`value` 5; 1 for "avos", whose number stands before it; `text` "ordinal" where the
    word ranks as well as divides). POINT: a spoken decimal separator ("point", "coma"). MIXED: a word before the fraction of a mixed
    number that joins nothing else ("con", "又"). SPOKEN: a
    syllable that is a number only in a row of them ("きゅうじゅうなな"). DIVIDED: a word between numerator and denominator ("bölü", "over").

    Units. UNIT: `units` likeliest first. CURRENCY: the same for money; `prefix`, `suffix` tell which side it may stand on.
    SUBUNIT: cent, pence (a Unit of the main currency with a factor). PER: between two units ("per", "/", "por"), LINK:
    between number and unit ("of", "de", "d'"). A PER that bears `units` is an adverb ("annually"). ATTACHED: unit as part of an adjective ("-year", "jährig", "-letni").
    PER_PREFIX: a word before the number that puts its unit per `units[0]` ("時速" 300 km). AROUND: the first part of a unit whose
    second part, `text`, stands behind the number ("kilomita 7 kwa saa"). POINTS: makes percent percentage
    points, between or behind ("points de", "pp"). PER_RATIO: "in", "out of", "von", "sur" of "1 in 60"
    (`text` "noun" where what is counted may stand before it: "un enfant sur cinq"). ODDS: "every fifth" (`value` 5).
    ODDS_CLOSE: behind the larger number, "beş çocuktan *biri*".

    Softeners. HEDGE: `hedge`; `prefix` or `suffix` by where it may stand. RANGE_OPEN: "between", "from"; RANGE_MIDDLE: "and",
    "to", "-"; RANGE_CLOSE: a word behind the second end (から…まで). PLUS_MINUS.

    Time. MONTH, WEEKDAY, QUARTER, HALF_YEAR, SEASON (`value` 1 …). PART: early, mid, late, end, start of a period
    (`low` to `high` as shares of the period, 0 to 1). UNTIL, BEFORE, SINCE, AFTER, ON: what a date is to its event. IN_TIME: "in three
    years", AGO, LAST, NEXT, THIS. YEAR_WORD, DAY_WORD, MONTH_WORD, HOUR_WORD (CJK 年 月 日 時, "Uhr", "h", "o'clock"). AM, PM, ZONE (`text`).
    LONG_DURATION: "multi-year" (`low` in `units[0]`). ERA. DEFINITE: the article that makes four digits
    before a noun a year ("the 2016 crash"), where counts of thousands are written with a separator.

    Not figures. REFUSE: a word before a number that makes it no figure (flight, section, route, chapter, No.).
    REFUSE_AFTER: the same behind it. IDIOM: a whole phrase that is no figure. CLASSIFIER: CJK counter (台, 人, 個; `text` is the counted concept
    hint or "").

    Whole amounts. BETWEEN: may part a number from its unit ("two more minutes"). AMOUNT: `value` of `units[0]` in one word ("ساعتان", "полчаса", "absolute zero", "doubled"). CUE: a word that tells
    which kind (`text`) an ambiguous unit is of ("weighs" before pounds). AUXILIARY: a verb that is spelled like a unit ("ha"); `text`
    lists words before it ("el-"), endings of words behind it ("-ado") and words behind it ("ya") that make it the verb.
    """

    NUMBER = "number"
    DIGIT = "digit"
    SCALE = "scale"
    FRACTION = "fraction"
    AND_FRACTION = "and_fraction"
    DENOMINATOR = "denominator"
    POINT = "point"
    MIXED = "mixed"
    DIVIDED = "divided"
    SPOKEN = "spoken"
    VAGUE = "vague"
    JOINER = "joiner"
    NEGATIVE = "negative"
    ARTICLE = "article"
    UNIT = "unit"
    CURRENCY = "currency"
    SUBUNIT = "subunit"
    PER = "per"
    LINK = "link"
    ATTACHED = "attached"
    POINTS = "points"
    PER_PREFIX = "per_prefix"
    AROUND = "around"
    PER_RATIO = "per_ratio"
    ODDS = "odds"
    ODDS_CLOSE = "odds_close"
    HEDGE = "hedge"
    RANGE_OPEN = "range_open"
    RANGE_MIDDLE = "range_middle"
    RANGE_CLOSE = "range_close"
    PLUS_MINUS = "plus_minus"
    MONTH = "month"
    WEEKDAY = "weekday"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    SEASON = "season"
    PART = "part"
    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    AFTER = "after"
    ON = "on"
    IN_TIME = "in_time"
    AGO = "ago"
    LAST = "last"
    NEXT = "next"
    THIS = "this"
    YEAR_WORD = "year_word"
    MONTH_WORD = "month_word"
    DAY_WORD = "day_word"
    HOUR_WORD = "hour_word"
    MINUTE_WORD = "minute_word"
    AM = "am"
    PM = "pm"
    ZONE = "zone"
    LONG_DURATION = "long_duration"
    ERA = "era"
    DEFINITE = "definite"
    REFUSE = "refuse"
    REFUSE_AFTER = "refuse_after"
    IDIOM = "idiom"
    CLASSIFIER = "classifier"
    AMOUNT = "amount"
    CUE = "cue"
    BETWEEN = "between"
    AUXILIARY = "auxiliary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One meaning of a word or phrase; see `Role` for which fields a role uses.

    `written` is the one spelling in which the term has this meaning ("MW" against "mW", "USD" but not "usd"), or "" for
    any; a reading whose `written` is the very text comes before the others. `text` is "short" for abbreviated month and
    weekday names, which are only such beside a number ("mar", "sat"), and "scaled" for names of currencies that are also
    common words and mean money only behind a scale word ("won", "real"). What REFUSE refuses is a bare number, and with `text` "small" only one under a hundred ("group 3").
    """

    role: Role
    value: Decimal = Decimal(0)
    low: Decimal | None = None
    high: Decimal | None = None
    units: tuple[Unit, ...] = ()
    hedge: Hedge = Hedge.EXACT
    prefix: bool = True
    suffix: bool = True
    glued: bool = False
    money_only: bool = False  # a scale that only counts beside money: "m", "b", "t"
    text: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything the scanner needs to read one locale.

    `decimal` is the decimal separator, `groups` the characters that may group digits, likeliest first; `grouping` is
    "western" (3 3 3), "indian" (2 2 3) or "myriad". `spaced` is False for scripts written without spaces.
    `compounds` are the number words that may be glued to one another ("zweihundert"), longest first, empty where no such
    words exist. `starts` are the folded words that can begin a figure without any digit; the anchor pass looks for them.
    `day_first` tells how 3/4 is read. `dollar` is the ISO code of a bare "$" in this locale, `pound` that of a bare "£".
    `point_only` tells that hardly any region of the language parts off decimals with a comma.
    """

    tag: str
    decimal: str
    groups: tuple[str, ...]
    grouping: str
    spaced: bool
    terms: Terms
    lengths: Mapping[str, tuple[int, ...]]
    lengths_back: Mapping[str, tuple[int, ...]]
    compounds: tuple[str, ...] = ()
    starts: frozenset[str] = frozenset()
    day_first: bool = True
    dollar: str = "USD"
    pound: str = "GBP"
    point_only: bool = False


FOLDING = str.maketrans(
    {"İ": "i", "’": "'", "ʼ": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "‑": "-", "−": "-"}
)
FOLDED = tuple((chr(code), usual) for code, usual in FOLDING.items())


def fold(text: str) -> str:
    r"""Return `text` in lower case with one apostrophe, space and hyphen; never longer or shorter than before.

    Only `İ` changes length under `lower` (docs/traps of CLDR), so it is mapped first.

    >>> fold("Más de 5\u00a0GW")
    'más de 5 gw'
    """
    if not text.isascii():
        for odd, usual in FOLDED:  # ten times as fast as `translate`: most texts hold few of them
            if odd in text:
                text = text.replace(odd, usual)
    return text.lower()
