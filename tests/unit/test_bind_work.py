"""How much work binding does: counted, not timed, so that it means the same on any machine."""

from __future__ import annotations

from collections import Counter

import pytest

import claimcheck
from claimcheck.bind import naming, stage
from claimcheck.bind.patterns import overlapping
from claimcheck.bind.pieces import AROUND, LONGEST, MOST_FIGURES
from claimcheck.bind.words import Hit, Line, read_line

PLAIN = "Nobody in Tarn knew what the council of Norva would say. "


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[int, int]]:
    """Return how often each stretch of the view is cut into words."""
    counted: Counter[tuple[int, int]] = Counter()
    original = read_line

    def counting(text: str, folded: str, start: int, end: int, lang: str) -> Line:
        counted[start, end] += 1
        return original(text, folded, start, end, lang)

    monkeypatch.setattr(stage, "read_line", counting)
    return counted


def test_each_sentence_is_read_once(read: Counter[tuple[int, int]]) -> None:
    text = (PLAIN + "Quill lost 40 GW. Borealis lost 12 GW. ") * 5
    assert len(claimcheck.extract(text, "en")) == 10
    assert set(read.values()) == {1}


def test_sentences_far_from_figures_are_not_read(read: Counter[tuple[int, int]]) -> None:
    claimcheck.extract(PLAIN * 20 + "Quill lost 40 GW. " + PLAIN * 20, "en")
    assert len(read) == 3


@pytest.mark.parametrize(
    "unit",
    ["{0} dead in N{0}orta, ", "7 ", "Tarn and Norva lost {0} people (5 %) on 3 May 2024, ", "N{0}orta said the dead of Tarn were "],
)
def test_an_endless_sentence_costs_no_more_than_its_words(read: Counter[tuple[int, int]], unit: str) -> None:
    lengths = []
    for times in (300, 600):
        read.clear()
        claimcheck.extract("It was " + "".join(unit.format(number) for number in range(times)) + "5 dead", "en")
        lengths.append(sum((end - start) * count for (start, end), count in read.items()))
        assert max(end - start for start, end in read) <= LONGEST + 2 * AROUND + MOST_FIGURES
    assert lengths[1] <= 2.2 * max(lengths[0], LONGEST)


def test_what_is_quoted_of_an_endless_sentence_is_short_and_verbatim() -> None:
    text = "It was " + "".join(f"{number} dead in Tarn, " for number in range(3, 400)) + "and that was all."
    claims = claimcheck.extract(text, "en")
    assert len(claims) == 397
    for claim in claims:
        span = claim.evidence.sentence
        assert claim.evidence.quote == text[span.start : span.end]
        assert span.start <= claim.span.start < claim.span.end <= span.end
        assert len(claim.evidence.quote) <= LONGEST + 2 * AROUND
        assert claim.counted == "person" or claim.attribute


def test_a_sentence_as_people_write_them_is_quoted_whole() -> None:
    text = "Quill, which is based in Tarn, lost 40 GW on 3 May 2024, while Borealis lost 12 GW and Norva 5 GW."
    assert {claim.evidence.quote for claim in claimcheck.extract(text, "en")} == {text}


def test_a_long_text_is_searched_for_small_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def counting(text: str, word: str) -> bool:
        calls.append(word)
        return word in text

    monkeypatch.setattr(naming, "_stands_in", counting)
    text = "".join(f"Norva{chr(97 + number % 26)}{chr(97 + number // 26)}ta lost {number} GW. " for number in range(600))
    assert len(text) < naming.LONG_TEXT or not calls
    claimcheck.extract(text * 3, "en")
    assert not calls


def test_names_that_stand_small_in_a_long_text_are_common_words() -> None:
    text = "Talks about Solarpunk cost 12 GW. The solarpunk crowd left. "
    short = [claim.entities for claim in claimcheck.extract(text, "en")]
    long = [claim.entities for claim in claimcheck.extract(text + "\n\n" + PLAIN * 500, "en")]
    assert short == long == [()]


def test_hits_are_compared_with_those_they_overlap_alone() -> None:
    hits = [Hit("entity", str(start), start, start + 3) for start in range(0, 3000, 5)]
    assert [len(group) for group in overlapping(hits)] == [1] * len(hits)
    assert len(next(overlapping([*hits, Hit("entity", "long", 0, 7)]))) == 3
