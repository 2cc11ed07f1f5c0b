"""Reports made by hand, about an invented story (a harbour, a ferry line and its ships)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from claimcheck.model.claim import Claim, Cue, Evidence
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge
from claimcheck.model.quantity import Quantity, Stated
from claimcheck.model.report import Report
from claimcheck.model.source import BlockKind, Skipped, Source
from claimcheck.model.span import Position, Span
from claimcheck.model.verdict import Derived, Fact, Finding, Level, Verdict, VerdictKind


def place_in(source: Source) -> Callable[[int], Position]:
    """Return positions the slow and obvious way."""

    def place(offset: int) -> Position:
        before = source.text[:offset]
        line_start = before.rfind("\n") + 1
        return Position(
            line=before.count("\n") + 1,
            column=offset - line_start + 1,
            character=len(before[line_start:].encode("utf-16-le")) // 2,
            offset=offset,
            offset_utf16=len(before.encode("utf-16-le")) // 2,
            byte=len(before.encode()),
        )

    return place


def number(low: str | None, high: str | None = "", *, hedge: Hedge = Hedge.EXACT) -> tuple[Interval[Decimal], Hedge]:
    """Return stated ends; with one end given, a point."""
    high = low if high == "" else high
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high)), hedge


def quantity(
    kind: str, unit: str, stated: Stated, hedge: Hedge = Hedge.EXACT, *, step: str = "0", base: tuple[str, str] = ("", "1")
) -> Quantity:
    """Return a quantity whose meaning is half a step to each side of what is stated."""
    base_unit, factor = base[0] or unit, Decimal(base[1])
    low, high = stated.low, stated.high
    half = Decimal(step) / 2
    interval: Stated = stated
    if isinstance(low, Decimal) or isinstance(high, Decimal):
        interval = Interval(
            (low - half) * factor if isinstance(low, Decimal) else None,
            (high + half) * factor if isinstance(high, Decimal) else None,
            high_closed=half == 0,
        )
    dimension = f"currency:{unit}" if kind == "money" else kind
    return Quantity(
        kind=kind, dimension=dimension, unit=unit, stated=stated, interval=interval, base_unit=base_unit, hedge=hedge, step=Decimal(step)
    )


@dataclass(slots=True)
class Story:
    """A report in the making."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    verdicts: list[Verdict] = field(default_factory=list)
    derived: dict[str, Derived] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)

    def source(self, path: str, text: str, lang: str, published: str = "2031-05-02", outlet: str = "") -> str:
        """Add an article and return its id."""
        self.sources[path] = Source(id=path, path=path, text=text, lang=lang, published=published, outlet=outlet, digest="0" * 64)
        return path

    def claim(self, document: str, surface: str, figure: Quantity, *, counted: str | None = None, attribute: str | None = None) -> str:
        """Add the figure written `surface` and return its claim's id."""
        source = self.sources[document]
        start = source.text.index(surface)
        first = source.text.rfind("\n", 0, start) + 1
        last = source.text.find("\n", start)
        last = len(source.text) if last < 0 else last
        number_ = 1 + sum(1 for claim in self.claims.values() if claim.document == document)
        cues = (Cue(role="attribute", id=attribute, surface="worth", span=Span(first, first + 4), distance=-1),) if attribute else ()
        evidence = Evidence(
            sentence=Span(first, last),
            quote=source.text[first:last],
            place=0,
            block=BlockKind.BODY,
            lang=source.lang,
            cues=cues,
            trace=(f"digits as {source.lang} writes them", "scale word applied"),
        )
        id_ = f"{document}#{number_}"
        self.claims[id_] = Claim(
            id=id_,
            document=document,
            span=Span(start, start + len(surface)),
            text=surface,
            quantity=figure,
            evidence=evidence,
            counted=counted,
            attribute=attribute,
            entities=("calder_line",),
        )
        return id_

    def fact(self, label: str, *claims: str, kind: VerdictKind | None = None) -> None:
        """Add a fact."""
        id_ = f"f{len(self.facts) + 1}"
        self.facts[id_] = Fact(key=f"key-{id_}", label=label, claims=claims, verdict=kind)

    def verdict(self, kind: VerdictKind, a: str, b: str, rung: str, reason: str) -> None:
        """Add a verdict."""
        weights = (("same concept", 2.0), ("shared party", 1.5), ("no date on either side", -0.25))
        self.verdicts.append(Verdict(kind=kind, a=a, b=b, rung=rung, reason=reason, rule=f"core/{rung}", confidence=0.91, weights=weights))

    def finding(self, level: Level, kind: VerdictKind | None, message: str, *sides: str, rule: str, derived: tuple[str, ...] = ()) -> None:
        """Add a finding on the first of `sides`."""
        id_ = f"{len(self.findings) + 1:016x}"
        self.findings[id_] = Finding(
            id=id_,
            rule=rule,
            level=level,
            message=message,
            primary=sides[0],
            related=sides[1:],
            verdict=kind,
            derived=derived,
            fingerprint=id_,
        )

    def report(self) -> Report:
        """Return what was gathered."""
        return Report(
            sources=self.sources,
            claims=self.claims,
            facts=self.facts,
            verdicts=tuple(self.verdicts),
            derived=self.derived,
            findings=self.findings,
            skipped=tuple(self.skipped),
            cldr="47",
            rules_digest="feedc0de",
        )

    def places(self) -> dict[str, Callable[[int], Position]]:
        """Return the positions of every source."""
        return {id_: place_in(source) for id_, source in self.sources.items()}


def harbour_story() -> Story:
    """Return a story with one finding of every kind."""
    story = Story()
    english = story.source(
        "harbour/01-en-tide.txt",
        "Calder Line ordered 7 ferries worth $1.24 billion.\nDelivery ends by the end of 2034.\nThe berth draws 40 megawatts.\n",
        "en",
        outlet="Tide",
    )
    german = story.source(
        "harbour/02-de-hafen.txt",
        "Die Reederei Calder bestellt sieben Fähren für 1,29 Milliarden Dollar.\nAusgeliefert wird bis Ende 2034, der Liegeplatz kostet 55 Millionen Euro.\n",
        "de",
        published="2031-05-03",
    )
    japanese = story.source(
        "harbour/03-ja-minato.txt",
        "カルダー海運は複数のフェリーを総額12億4000万ドルで発注し、2034年末までに引き渡しを終えると発表した。乗客は年間およそ200万人に増える見通しだ。\n",
        "ja",
    )
    dollars = [
        story.claim(english, "$1.24 billion", quantity("money", "USD", *number("1240000000"), step="10000000"), attribute="deal_value"),
        story.claim(german, "1,29 Milliarden Dollar", quantity("money", "USD", *number("1290000000"), step="10000000")),
        story.claim(japanese, "12億4000万ドル", quantity("money", "USD", *number("1240000000"), step="10000000")),
    ]
    ferries = [
        story.claim(english, "7 ferries", quantity("count", "", *number("7")), counted="ferry"),
        story.claim(german, "sieben Fähren", quantity("count", "", *number("7")), counted="ferry"),
        story.claim(japanese, "複数のフェリー", quantity("count", "", *number("2", None, hedge=Hedge.VAGUE)), counted="ferry"),
    ]
    last_day: Interval[date] = Interval(None, date(2034, 12, 31))
    deadline = [
        story.claim(english, "by the end of 2034", quantity("date", "date", last_day)),
        story.claim(german, "bis Ende 2034", quantity("date", "date", last_day)),
        story.claim(japanese, "2034年末まで", quantity("date", "date", last_day)),
    ]
    power = story.claim(english, "40 megawatts", quantity("power", "megawatt", *number("40"), step="1", base=("watt", "1000000")))
    berth = story.claim(german, "55 Millionen Euro", quantity("money", "EUR", *number("55000000"), step="1000000"))
    story.claim(japanese, "およそ200万人", quantity("count", "", *number("2000000", hedge=Hedge.ABOUT)), counted="passenger")
    kind = VerdictKind
    story.fact("value of the order (Calder Line)", *dollars, kind=kind.CONTRADICTION)
    story.fact("number of ferries (Calder Line)", *ferries, kind=kind.REFINEMENT)
    story.fact("deadline for delivery", *deadline, kind=kind.AGREEMENT)
    story.fact("size of the berth", power, berth, kind=kind.INCOMMENSURABLE)
    story.fact("passengers a year", "harbour/03-ja-minato.txt#4")
    apart = "1.24 and 1.29 billion USD differ by 4 %; the digits shown leave no value in common"
    story.verdict(kind.CONTRADICTION, dollars[0], dollars[1], "disjoint", apart)
    story.verdict(kind.AGREEMENT, dollars[0], dollars[2], "equal", "1.24 billion USD on both sides")
    story.verdict(kind.CONTRADICTION, dollars[2], dollars[1], "disjoint", apart)
    story.verdict(kind.AGREEMENT, ferries[0], ferries[1], "equal", "7 on both sides")
    story.verdict(kind.REFINEMENT, ferries[2], ferries[0], "vague", "several holds 7")
    story.verdict(kind.REFINEMENT, ferries[2], ferries[1], "vague", "several holds 7")
    for a, b in ((0, 1), (0, 2), (1, 2)):
        story.verdict(kind.AGREEMENT, deadline[a], deadline[b], "equal", "31 December 2034 on both sides")
    story.verdict(kind.INCOMMENSURABLE, power, berth, "other-dimension", "one sizes the berth in power, the other in money")
    story.derived["d1"] = Derived(
        id="d1", label="price of one ferry", operation="ratio", claims=(dollars[0], ferries[0]), value=Decimal(1240000000) / 7, unit="USD"
    )
    story.finding(
        Level.ERROR,
        kind.CONTRADICTION,
        "1,29 Milliarden Dollar against $1.24 billion",
        dollars[1],
        dollars[0],
        dollars[2],
        rule="core/disjoint",
    )
    story.finding(
        Level.WARNING,
        kind.INCOMMENSURABLE,
        "40 megawatts and 55 Millionen Euro size one berth, in power and in money",
        power,
        berth,
        rule="incommensurable/power-and-money",
    )
    story.finding(
        Level.WARNING,
        None,
        "a ferry would cost 177.1 million USD, above the usual 150 million",
        dollars[0],
        ferries[0],
        rule="bound/ferry-price",
        derived=("d1",),
    )
    story.finding(Level.INFO, kind.REFINEMENT, "7 ferries is more exact than 複数のフェリー", ferries[0], ferries[2], rule="core/vague")
    story.skipped.append(Skipped("harbour/photo.txt", "is no text: NUL bytes from byte 4 on"))
    return story


def without_findings() -> Report:
    """Return the same story with nothing found."""
    return replace(harbour_story().report(), findings={}, verdicts=(), facts={}, skipped=())
