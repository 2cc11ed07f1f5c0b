"""Years that stand alone, decades, and ranges of years; and the four digits that are none."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge
from claimcheck.scan.dates_calendar import FIRST_YEAR, LAST_YEAR, Period
from claimcheck.scan.dates_context import Around, look_around
from claimcheck.scan.dates_core import LINKS, MEASURES, YEAR_WORDS, Core, read_number, read_year
from claimcheck.scan.dates_words import RANGE_SIGNS, Found, Page, find, find_back, find_next, skip_spaces, skip_spaces_back
from claimcheck.scan.index import CJK, is_letter
from claimcheck.tables import load_tables

GLUE_BEFORE = ".,'-\u2013/+#@_:$\u20ac\u00a3\u00a5"
FUNCTION_WORDS = frozenset(
    {
        Role.ON,
        Role.SINCE,
        Role.UNTIL,
        Role.BEFORE,
        Role.AFTER,
        Role.LINK,
        Role.JOINER,
        Role.PER,
        Role.HEDGE,
        Role.RANGE_OPEN,
        Role.RANGE_MIDDLE,
        Role.WEEKDAY,
    }
)
BOUNDING = frozenset({Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.AT_LEAST, Hedge.AT_MOST})
REFUSALS = frozenset({Role.REFUSE, Role.CURRENCY, Role.ARTICLE, Role.NEGATIVE})


def read_bare_year(page: Page, start: int, end: int, year: int) -> tuple[Core, Around] | None:
    """Return the year, decade or years from `start` on where they clearly are such, with what is around them."""
    if start > 0 and (page.folded[start - 1] in GLUE_BEFORE or _is_glued(page, start)):
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    decade = _decade(page, start, end, year)
    if decade is not None:
        return decade, look_around(page, start, decade.end)
    years = _range_of_years(page, end, year)
    if years is not None:
        core = Core(start=start, end=years[1], periods=(Period(months=12 * (years[0] - year + 1), year=year),), size="year")
        around = look_around(page, start, core.end)
        return (core, around) if not _is_count(page, core.end, around) else None
    core_end = _end_of_year(page, end)
    if core_end is None:
        return None
    core = Core(start=start, end=core_end, periods=(Period(year=year),), size="year")
    around = look_around(page, start, core.end)
    is_year = core_end > end or _is_clear(page, start, core_end, around)
    return (core, around) if is_year else None


def _is_glued(page: Page, start: int) -> bool:
    """Return whether letters stand right before the digits ("GB2000"); in scripts without spaces they may."""
    before = page.folded[start - 1]
    return (is_letter(before) and before < "\u0590") or before.isdecimal()


def _decade(page: Page, start: int, end: int, year: int) -> Core | None:
    """Return the ten years of "1990s", "années 1990" or "1990年代"."""
    if year % 10:
        return None
    word = find_next(page, end, YEAR_WORDS, side="behind")
    if word is None or word.term.text != "decade":
        word = find_back(page, start, YEAR_WORDS)
    if word is None or word.term.text != "decade":
        return None
    end = max(end, word.end)
    return Core(start=start, end=end, periods=(Period(months=120, year=year),), size="decade")


def _range_of_years(page: Page, end: int, year: int) -> tuple[int, int] | None:
    """Return the last year of "2019-2021", "2019/20" and where it ends."""
    sign = page.folded[end : end + 1]
    if not sign or sign not in RANGE_SIGNS + "/":
        return None
    last = read_number(page, end + 1, 4)
    if last is None:
        return None
    number, stop = last
    if stop - end == 3:
        number += year - year % 100
    elif stop - end != 5:
        return None
    following = page.folded[stop : stop + 1]
    is_later = year < number <= year + 99 and number <= LAST_YEAR
    return (number, stop) if is_later and following not in (*RANGE_SIGNS, "/", "%") and not is_letter(following or " ") else None


def _end_of_year(page: Page, end: int) -> int | None:
    """Return where a year ends, with the word for it behind; None where the digits go on as something else."""
    folded = page.folded
    word = find_next(page, end, YEAR_WORDS, side="behind")
    if word is not None and word.term.text != "decade" and not _is_counted(page, word):
        return word.end
    following = folded[end : end + 2]
    if not following:
        return end
    if following[0] in ".,:/'" and following[1:].isdecimal():
        return None
    if following[0] in "%‰+°*€$£" or following[0].isdecimal():
        return None
    if following[0] in "-'" and len(following) == 2 and is_letter(following[1]):
        return end if _is_ending(page, end + 1) else None
    return None if is_letter(following[0]) and page.language.spaced and not _is_ending(page, end, other=True) else end


def _is_counted(page: Page, word: Found) -> bool:
    """Return whether the word for "year" only begins a longer unit of duration ("2025年間")."""
    unit = find(page, word.start, frozenset({Role.UNIT}))
    return unit is not None and unit.end > word.end


def _is_ending(page: Page, place: int, *, other: bool = False) -> bool:
    """Return whether a short case ending in small letters stands at `place` ("2026-ban", "2017'den", "2026년에")."""
    folded, stop = page.folded, place
    while stop < len(folded) and is_letter(folded[stop]):
        stop += 1
    if other and folded[place] < "\u0590":
        return False
    return stop - place <= 6 and not page.text[place].isupper() and folded[stop : stop + 1] != "-"


def _is_clear(page: Page, start: int, end: int, around: Around) -> bool:
    """Return whether four digits are a year and count or name nothing."""
    if _is_named_by_year(page, start, end):
        return True
    if _is_count(page, end, around):
        return False
    if around.placed:
        return True
    before, behind = skip_spaces_back(page.folded, start), skip_spaces(page.folded, end)
    if _heads_cells(page, start, end) or _precedes_figure(page, end):
        return True
    opens = before == 0 or page.folded[before - 1] in "(,;:\u2013\u2014\u3001\u3002\uff08.\n"
    closes = behind >= len(page.folded) or not (is_letter(page.folded[behind]) or page.folded[behind].isdecimal())
    if not page.language.spaced:
        return _counts_nothing(page, behind)
    if find_back(page, start, REFUSALS) is not None or not (opens or _follows_common_word(page, before, around)):
        return False
    if closes:
        # a number alone in its line or text may be anything
        alone = before == 0 or (page.folded[before - 1] == "\n" and behind >= len(page.folded))
        return not alone or _is_located(page, end)
    return find(page, behind, FUNCTION_WORDS) is not None or _counts_nothing(page, behind)


def _is_located(page: Page, end: int) -> bool:
    """Return whether a Turkish ending for "in" or "from" stands behind the digits: "2024'te", "2023'ten"."""
    return page.folded[end + 1 : end + 3] in _LOCATED and page.folded[end : end + 1] == "'"


_LOCATED = frozenset({"te", "ta", "de", "da"})


def _follows_common_word(page: Page, before: int, around: Around) -> bool:
    """Return whether the word that ends at `before` is no name, which a year may be a part of ("Expo 2015").

    German nouns are told from names by the word before them ("die Wahl 2015"); scripts without capitals tell nothing,
    there a word that softens the number makes it a count.
    """
    begin = _word_start(page.folded, before)
    first = page.text[begin]
    if first.islower():
        return True
    if not first.isupper():
        return is_letter(first) and around.hedge is Hedge.EXACT
    lang = page.language.tag.partition("-")[0]
    if lang not in _CAPITAL_NOUNS or before - begin < _NOUN or page.folded[begin:before] in _of_years(lang).names:
        return False
    if page.folded[begin - 1 : begin] == "-":
        begin = _word_start(page.folded, begin - 1)
    led = skip_spaces_back(page.folded, begin)
    if led in (0, begin):
        return False
    article = _word_start(page.folded, led)
    return page.text[article].islower() or led - article < _NOUN


def _counts_nothing(page: Page, place: int) -> bool:
    """Return whether the word at `place` cannot be what is counted: a verb ("2015 gab es"), a plural where one counts in the singular."""
    stop = place
    while stop < len(page.folded) and is_letter(page.folded[stop]):
        stop += 1
    lang = page.language.tag.partition("-")[0]
    word, told = page.folded[place:stop], _of_years(lang)
    if word in told.verbs or word.startswith(told.starts or _NO_STARTS) or any(ending in word[_STEM:] for ending in told.plurals):
        return True
    after = skip_spaces(page.folded, stop)
    return lang in _CAPITAL_NOUNS and page.text[place : place + 1].islower() and page.text[after : after + 1].islower()


class _OfYears(NamedTuple):
    """What tells a year from a count in one language: words before it, verbs behind it, how words begin and end that are not counted, nouns that make a name."""

    determiners: frozenset[str]
    verbs: frozenset[str]
    starts: tuple[str, ...]
    plurals: tuple[str, ...]
    names: frozenset[str]


@lru_cache(maxsize=256)
def _of_years(lang: str) -> _OfYears:
    table = load_tables(DATA).get(lang, {})
    words = {key: tuple(table.get(key, ())) for key in _OfYears._fields}
    sets = {key: frozenset(words[key]) for key in ("determiners", "verbs", "names")}
    return _OfYears(sets["determiners"], sets["verbs"], words["starts"], words["plurals"], sets["names"])


DATA = Path(__file__).parent / "data" / "years.toml"
_NO_STARTS = ("\0",)
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_NOUN = 4  # letters; shorter ones in capitals are names of events: "EM 2024"
_STEM = 2  # letters before an ending


def _heads_cells(page: Page, start: int, end: int) -> bool:
    """Return whether this is at the head of a table's row or of a column: "2027 | 1.5 %", "Loss 2024 | 12 million", "| 2023 | 2024 |".

    A lone number in a cell further on may count something; beside another year it heads a column.
    """
    line = page.folded.rfind("\n", 0, start) + 1
    stop = page.folded.find("\n", end)
    behind = page.folded[end : stop if stop >= 0 else len(page.folded)].lstrip(" \u00a0")
    if behind and behind[0] not in _BARS:
        return False
    before = page.folded[line:start].strip(" \u00a0")
    own = before.removeprefix("|")
    if behind and "|" not in own and len(own.split()) <= _FEW_WORDS:
        return True
    return before.endswith("|") and len(_YEAR_CELL.findall(page.folded[line:start] + page.folded[start:end] + behind)) > 1


_BARS = ("|", "│", "｜")
_FEW_WORDS = 3
_YEAR_CELL = re.compile(r"(?<=[|│｜]) ?(?:19|20)\d\d ?(?=[|│｜]|$)")


def _precedes_figure(page: Page, end: int) -> bool:
    """Return whether another figure follows at once, no group of three digits: "setzte 2024 3,9 Milliarden Euro um"."""
    return _FIGURE.match(page.folded, end) is not None


_FIGURE = re.compile(r" (?!\d{3}(?!\d))\d+(?:[.,]\d+)? ?[^\W\d_]")


def _is_named_by_year(page: Page, start: int, end: int) -> bool:
    """Return whether this is the year of "the 2016 crash", and no part of a name ("the 2026 World Cup") nor a round count."""
    if page.folded[end : end + 1] != " " or not page.text[end + 1 : end + 2].islower() or page.folded[start:end].endswith("00"):
        return False
    return _is_dating_word(page, start) and _measure(page, end) is None


def _is_dating_word(page: Page, start: int) -> bool:
    """Return whether an article or possessive stands before the digits that makes them a year before a noun."""
    if find_back(page, start, _DEFINITE) is not None:
        return True
    stop = skip_spaces_back(page.folded, start)
    word = page.folded[_word_start(page.folded, stop) : stop]
    return word in _of_years(page.language.tag.partition("-")[0]).determiners


def _measure(page: Page, end: int) -> Found | None:
    """Return the unit, scale or counter behind the digits; the m of "2015 measles" is none."""
    place = skip_spaces(page.folded, end)
    for found in page.ahead(place):
        if found.term.role in MEASURES and not (found.end - place < _SYMBOL and place > end and _is_inside_word(page, found.end)):
            return found
    return None


def _is_inside_word(page: Page, place: int) -> bool:
    following = page.folded[place : place + 1]
    return page.language.spaced and "a" <= following < CJK and is_letter(following) and is_letter(page.folded[place - 1])


_SYMBOL = 3  # letters; longer words are no symbols that happen to begin another word
_DEFINITE = frozenset({Role.DEFINITE})


def _word_start(folded: str, end: int) -> int:
    place = end
    while place > 0 and is_letter(folded[place - 1]):
        place -= 1
    return min(place, end - 1)


def _is_count(page: Page, end: int, around: Around) -> bool:
    """Return whether a word behind, or a bound before, makes the digits a count ("2000 MW", "more than 2000")."""
    if around.hedge in BOUNDING and around.bound is None and not around.placed:
        return True
    measure = _measure(page, end)
    if measure is None:
        return False
    if measure.end - measure.start < 3 and measure.term.role is not Role.CURRENCY and find(page, measure.start, FUNCTION_WORDS) is not None:
        return False
    return not around.placed or measure.end - measure.start >= 3 or measure.term.role in _COUNTING or page.folded[measure.start] >= CJK


_COUNTING = (Role.CURRENCY, Role.CLASSIFIER)


def read_year_named(page: Page, place: int) -> Core | None:
    """Return the year behind a word for it at `place`: "año 2025", "vuonna 2025", "fiscal 2026", "令和7年"."""
    word = find(page, place, YEAR_WORDS | {Role.ERA})
    if word is None or not word.term.prefix:
        return None
    if word.term.role is Role.ERA:
        found = read_year(page, place)
    else:
        link = find_next(page, word.end, LINKS)
        behind = link.end if link is not None else word.end
        found = read_year(page, skip_spaces(page.folded, behind), short=word.term.text == "fiscal")
    if found is None:
        return None
    closing = find(page, found[1], YEAR_WORDS)
    is_decade = word.term.text == "decade" and found[0] % 10 == 0
    period = Period(months=120 if is_decade else 12, year=found[0])
    end = closing.end if closing is not None and word.term.role is Role.ERA else found[1]
    return Core(start=place, end=end, periods=(period,), size="decade" if is_decade else "year")
