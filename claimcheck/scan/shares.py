"""Shares with their noun between the two numbers: "six enfants sur dix", "siete casas de cada diez"."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.model.mention import Numeral
from claimcheck.scan.amount import Amount
from claimcheck.scan.arithmetic import quotient
from claimcheck.scan.compose import read_number
from claimcheck.scan.odds import parts_odds
from claimcheck.scan.scene import Scene, bits
from claimcheck.units import RATIO

_RATIO = frozenset({Role.PER_RATIO})
_UNIT = frozenset({Role.UNIT, Role.CURRENCY, Role.SUBUNIT})
_RATIO_ROLE = bits(Role.PER_RATIO)
_WORDS = 3  # of the noun and its adjective
_MOST = 1000
_WHOLES = frozenset({3, 4, 5, 10, 20, 100, 1000})  # of how many people say shares


def read_parted_share(scene: Scene, amount: Amount, marks: str) -> bool:
    """Turn a small count into the share that a larger number behind its noun makes of it; False where none does."""
    number = amount.number
    if amount.units or number.vague or number.low.exponent or number.scale > 1 or not 1 < number.low.significand < _MOST:
        return False
    place = scene.skip(number.end)
    if not parts_odds(scene.language):
        return False
    for _ in range(_WORDS):
        end = scene.word_ahead(place)
        if end == place:
            return False
        place = scene.skip(end)
        if not scene.roles_ahead(place) & _RATIO_ROLE:
            continue
        for ratio in scene.hits_ahead(place, _RATIO):
            below = read_number(scene, scene.skip(ratio.end), marks) if ratio.term.text == "noun" else None
            if (
                below is None
                or below.vague
                or below.low.exponent
                or below.low.significand not in _WHOLES
                or below.low.value <= number.low.value
            ):
                continue
            if scene.ahead(scene.skip(below.end), _UNIT) is None:
                amount.low = amount.high = quotient(Numeral(number.low.significand, 0), below.low.significand)
                amount.end, amount.units, amount.counted_from, amount.counted_to = below.end, (RATIO,), 0, 0
                amount.trace.append("a share with its noun between the numbers")
                return True
    return False
