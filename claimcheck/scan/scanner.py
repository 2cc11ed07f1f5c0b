"""The pass over a document: anchors in order, each read as a date, a clock time or a figure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.lexicon.language import Role, fold
from claimcheck.lexicon.load import load_language
from claimcheck.model.mention import Mention, NumberReading
from claimcheck.model.source import Document, Sentence
from claimcheck.scan.amount import Amount
from claimcheck.scan.anchors import find_anchors, protected_spans
from claimcheck.scan.articles import tells_a_rate
from claimcheck.scan.asides import mark_conversions
from claimcheck.scan.clock import clock_at
from claimcheck.scan.dated import Dated
from claimcheck.scan.dates import bare_period_end, date_at
from claimcheck.scan.dates_words import Page
from claimcheck.scan.designations import designation_end
from claimcheck.scan.figure import read_figure
from claimcheck.scan.habits import Habits
from claimcheck.scan.numerals import CLUMP
from claimcheck.scan.readings import readings_of
from claimcheck.scan.refusals import idiom_end
from claimcheck.scan.scene import Scene, bits
from claimcheck.scan.stopwatch import stopwatch_at
from claimcheck.units import RATIO

_DATE_WORDS = bits(
    Role.MONTH, Role.WEEKDAY, Role.QUARTER, Role.HALF_YEAR, Role.SEASON, Role.PART, Role.IN_TIME, Role.AGO, Role.LAST, Role.NEXT,
    Role.THIS, Role.YEAR_WORD, Role.ERA, Role.HOUR_WORD,
)  # fmt: skip


def scan(document: Document, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Return the figures of a document in order; none overlaps another one."""
    text = document.view.text
    folded = fold(text)
    protected = protected_spans(text)
    found: list[Mention] = []
    for first, last in _stretches(sentences):
        _Pass(document, sentences, folded, protected).run(first, last, found)
    mark_conversions(found, folded, sentences)
    return tuple(found)


def _stretches(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield runs of sentences in one language, as first and last index, the last exclusive."""
    first = 0
    for place in range(1, len(sentences) + 1):
        if place == len(sentences) or sentences[place].lang != sentences[first].lang:
            yield first, place
            first = place


class _Pass:
    """One pass over a stretch of sentences in one language."""

    __slots__ = ("document", "folded", "protected", "sentences", "text")

    def __init__(self, document: Document, sentences: Sequence[Sentence], folded: str, protected: Sequence[tuple[int, int]]) -> None:
        self.document = document
        self.text = document.view.text
        self.folded = folded
        self.sentences = sentences
        self.protected = protected

    def run(self, first: int, last: int, found: list[Mention]) -> None:
        """Add the figures of sentences `first` to `last` to `found`."""
        language = load_language(self.sentences[first].lang)
        start, end = self.sentences[first].start, self.sentences[last - 1].end
        anchors = find_anchors(self.folded, language, start, end)
        if not anchors:
            return
        scene = Scene(self.text, self.folded, language)
        page = Page(self.text, self.folded, language, self.document.source.published)
        habits = Habits(self.text, self.folded, language, start, end)
        sentence, done, low = first, start, start  # anchors before `done` are done with, text before `low` belongs to figures
        for anchor in anchors:
            if anchor < done:
                continue
            while sentence < last and self.sentences[sentence].end <= anchor:
                sentence += 1
            if sentence == last:
                return
            if self.sentences[sentence].start > anchor:
                continue
            opening = self.sentences[sentence].start
            scene.move(opening, max(opening, low), self.sentences[sentence].end)
            figures = len(found)
            done = max(done, self._read(scene, page, anchor, sentence, habits, found))
            low = done if len(found) > figures else low

    def _read(self, scene: Scene, page: Page, anchor: int, sentence: int, habits: Habits, found: list[Mention]) -> int:
        """Add the figure at `anchor`, if there is one, and return the place up to which the text is done with."""
        named = self._name_end(scene, anchor)
        if named > anchor:
            return named
        idiom = idiom_end(scene, anchor)
        dated = _read_dated(scene, page, anchor) if idiom == anchor else None
        if dated is not None:
            found.append(self._dated_mention(dated, sentence))
            return dated.end
        bare = bare_period_end(page, anchor) if idiom == anchor else anchor
        if anchor < bare <= scene.high:
            return bare
        amount, end = read_figure(scene, anchor, habits)
        if idiom > anchor and (amount is None or (_ends_within(amount, idiom) and not _is_odds(amount))):
            return idiom
        if amount is not None and not (
            _follows_number(found, sentence) and tells_a_rate(scene, amount, max(found[-1].end, found[-1].counted_to))
        ):
            found.append(self._mention(amount, sentence))
        return end

    def _name_end(self, scene: Scene, anchor: int) -> int:
        """Return the end of the address or designation that `anchor` stands in, or `anchor`."""
        if self.protected:
            address = bisect_right(self.protected, (anchor, len(self.text))) - 1
            if address >= 0 and self.protected[address][1] > anchor:
                return self.protected[address][1]
        return designation_end(scene, anchor)

    def _dated_mention(self, dated: Dated, sentence: int) -> Mention:
        return self._make(dated.start, dated.end, sentence, dated.readings, dated.trace)

    def _mention(self, amount: Amount, sentence: int) -> Mention:
        counted = amount.counted_from, amount.counted_to
        return self._make(amount.start, amount.end, sentence, readings_of(amount), tuple(amount.trace), counted)

    def _make(
        self,
        start: int,
        end: int,
        sentence: int,
        readings: tuple[object, ...],
        trace: tuple[str, ...],
        counted: tuple[int, int] = (0, 0),
    ) -> Mention:
        view = self.document.view
        span = view.locate(start, end)
        return Mention(
            span=span,
            start=start,
            end=end,
            sentence=sentence,
            surface=self.document.source.text[span.start : span.end],
            readings=readings,  # type: ignore[arg-type]
            counted_from=counted[0],
            counted_to=counted[1],
            trace=trace,
        )


def _follows_number(found: Sequence[Mention], sentence: int) -> bool:
    """Return whether the last figure stands in the same sentence and is no date."""
    return bool(found) and found[-1].sentence == sentence and isinstance(found[-1].readings[0], NumberReading)


def _read_dated(scene: Scene, page: Page, anchor: int) -> Dated | None:
    """Return the date or clock time at `anchor`; words are only asked for where one may begin with them."""
    if scene.folded[anchor].isdecimal():
        digits = CLUMP.match(scene.folded, anchor, scene.high)
        if digits is None or scene.folded[digits.end() : digits.end() + 2] in _SHARES:
            return None
        dated = date_at(page, anchor) or clock_at(page, anchor)
        if dated is None and scene.folded[digits.end() : digits.end() + 1] == ":":
            dated = stopwatch_at(scene.folded, anchor)
    else:
        dated = date_at(page, anchor) if scene.roles_ahead(anchor) & _DATE_WORDS else None
    if dated is None or dated.start < scene.low or dated.end > scene.high:
        return None
    return dated


_SHARES = frozenset({"分の", "分之", "분의"})  # 2000分の1 is a share, and no year


def _ends_within(amount: Amount, end: int) -> bool:
    """Return whether the number, with its unit if it has one, goes no further than the idiom."""
    return (amount.end if amount.units else amount.number.end) <= end


def _is_odds(amount: Amount) -> bool:
    return bool(amount.units) and amount.units[0] is RATIO
