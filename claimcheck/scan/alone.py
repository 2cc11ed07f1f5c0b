"""Small number words that count although nothing counted follows: "the arrests are three", "in Dover nine.", "трое"."""

from __future__ import annotations

from claimcheck.lexicon.language import Role
from claimcheck.scan.amount import Number
from claimcheck.scan.scene import Scene

_NUMBER = frozenset({Role.NUMBER})
_CUE = frozenset({Role.CUE})
_CLOSES = frozenset(".;:!)")
_NO_NAMES = frozenset({"de", "lb"})  # languages that write every noun with a capital


def stands_alone(scene: Scene, number: Number) -> bool:
    """Return whether a small number word is a figure by itself.

    Words for so many people always are ("трое"). Others are where they end a clause behind "are" or, in a sentence that
    has counted something already, behind a name.
    """
    if any(hit.term.text == "people" and hit.end == number.end for hit in scene.hits_ahead(number.start, _NUMBER)):
        return True
    place = scene.skip(number.end)
    if number.low.value < 2 or not (place >= scene.high or scene.at(place) in _CLOSES):
        return False
    behind = scene.skip_back(number.start)
    if any(found.term.text == "being" for found in scene.hits_behind(behind, _CUE)):
        return True
    begin = scene.word_behind(behind)
    language = scene.language.tag.partition("-")[0]
    return language not in _NO_NAMES and scene.opening < scene.low < begin < behind and scene.text[begin].isupper()
