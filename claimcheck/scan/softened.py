"""Which words before a figure soften it, and which only lead to it: "up to 58", "rose to 58", "over two years", "6 % over two years"."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Hedge
from claimcheck.scan.amount import Amount
from claimcheck.scan.modifiers import hedge_before, hedge_behind
from claimcheck.scan.moves import goes_to, moves_behind, moves_to
from claimcheck.scan.scene import Scene, bits

_CUE_ROLE = bits(Role.CUE)
_CUE = frozenset({Role.CUE})
_MIDDLE = frozenset({Role.RANGE_MIDDLE})
_ENDS = frozenset({Role.RANGE_MIDDLE, Role.UNTIL})
_STARTS = frozenset({Role.RANGE_OPEN, Role.SINCE})
_DURING_WORDS = 5  # words between a figure and the time over which it holds
_STOPS = frozenset(",;:.!?()–—")
_TENS = 10


def soften(scene: Scene, amount: Amount, *ends: int) -> None:
    """Apply the nearest hedge; bounds open one end of the stated interval.

    `ends` are further places behind which one may stand: "40 people or more".
    """
    if amount.hedge is Hedge.RANGE:
        return
    before = softener(scene, amount)
    behind = None if before or lasts_behind(scene, amount) else _first_behind(scene, (amount.end, *ends))
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


def lasts_behind(scene: Scene, amount: Amount) -> bool:
    """Return whether the word behind a time says that it took so long, and no bound: Hungarian "26 hónap alatt"."""
    if not amount.units or amount.units[0].kind != "duration":
        return False
    return any(hit.term.text == "span" for hit in scene.hits_ahead(scene.skip(amount.end), _CUE))


def _first_behind(scene: Scene, ends: tuple[int, ...]) -> tuple[Hedge, int, str] | None:
    for end in dict.fromkeys(ends):
        found = hedge_behind(scene, end)
        if found is not None:
            return found
    return None


def softener(scene: Scene, amount: Amount) -> tuple[Hedge, int, str] | None:
    """Return the hedge before a figure: which, where it begins, and its words; None where the words soften nothing."""
    found = hedge_before(scene, amount.start)
    if found is None:
        return _passed(scene, amount)
    hedge, start, words = found
    word = scene.folded[start : start + len(words)]
    if _is_direction(scene, word) or _is_wage(scene, hedge, start) or goes_to(scene, word, start):
        return None
    roles = _roles(scene, word)
    leads = hedge in _UPPER and roles & _ENDS and _leads_to_goal(scene, amount, word, start)
    opens = hedge in _LOWER and roles & _STARTS and _has_second(scene, amount.end)
    lasts = hedge in _LOWER and _is_during(scene, amount, start, word)
    return None if leads or opens or lasts else found


def _leads_to_goal(scene: Scene, amount: Amount, word: str, start: int) -> bool:
    """Return whether a verb beside "to" says that something rose or fell to the figure."""
    return _has_cue(scene, start, "change") or moves_to(scene, word, start) or moves_behind(scene, amount.number.end)


_LOWER = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_UPPER = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})


def _roles(scene: Scene, word: str) -> set[Role]:
    return {term.role for term in scene.language.terms.get(word, ())}


def _is_direction(scene: Scene, word: str) -> bool:
    """Return whether the word is "about" only before a time: "vers 16 h", but "évacués vers 24 centres"."""
    return any(term.role is Role.CUE and term.text == "direction" for term in scene.language.terms.get(word, ()))


def _is_wage(scene: Scene, hedge: Hedge, start: int) -> bool:
    """Return whether "minimum" is part of what the figure is the size of: "salario mínimo de 1.400 euros"."""
    if hedge not in _LOWER:
        return False
    return any(hit.term.text == "wage" for hit in scene.hits_behind(scene.skip_back(start), _CUE))


def _has_cue(scene: Scene, end: int, kind: str) -> bool:
    """Return whether a word that tells `kind` ends before `end`, one word between them at most."""
    for _ in range(2):
        place = scene.skip_back(end)
        if any(hit.term.text == kind for hit in scene.hits_behind(place, _CUE)):
            return True
        end = scene.word_behind(place)
        if end == place:
            return False
    return False


def _has_second(scene: Scene, end: int) -> bool:
    """Return whether a "to" and a number follow: the "from" before the first one bounds nothing."""
    middle = scene.ahead(scene.skip(end), _MIDDLE)
    if middle is None:
        return False
    place = scene.skip(middle.end)
    return scene.at(place).isdigit() or scene.ahead(place, _NUMBERS) is not None


_NUMBERS = frozenset({Role.NUMBER, Role.SCALE, Role.CURRENCY})


def _is_during(scene: Scene, amount: Amount, start: int, word: str) -> bool:
    """Return whether "over two years" is the time of the figure before it: "6 percent over two years"."""
    if not amount.units or amount.units[0].kind != "duration" or scene.low <= scene.opening:
        return False
    if not any(term.role is Role.CUE and term.text == "span" for term in scene.language.terms.get(word, ())):
        return False
    between = scene.folded[scene.low : start]
    words = between.split()
    return not _STOPS & set(between) and len(words) <= _DURING_WORDS and not any(Role.JOINER in _roles(scene, each) for each in words)


def _passed(scene: Scene, amount: Amount) -> tuple[Hedge, int, str] | None:
    """Return "more than" for a round number that something passes: "the toll passes 50", not "passes 12 laws"."""
    if not scene.roles_behind(scene.skip_back(amount.start)) & _CUE_ROLE:
        return None
    number = amount.number
    numeral = number.low
    if number.vague or numeral.exponent < 0 or numeral.value < _TENS or numeral.significand * 10 ** min(numeral.exponent, 3) % _TENS:
        return None
    for hit in scene.hits_behind(scene.skip_back(amount.start), _CUE):
        if hit.term.text == "passing":
            return Hedge.MORE_THAN, hit.start, scene.text[hit.start : hit.end]
    return None
