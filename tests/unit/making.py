"""Claims made by hand for the tests of align and judge."""

from datetime import date
from decimal import Decimal

from claimcheck.model.claim import Claim, Evidence, Modality
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import BlockKind
from claimcheck.model.span import Span

FACTORS = {"gigawatt": Decimal(10) ** 9, "megawatt": Decimal(10) ** 6, "year": Decimal(31557600)}


def quantity(value: str, unit: str = "", kind: str = "count", hedge: Hedge = Hedge.EXACT) -> Quantity:
    number = Decimal(value)
    low = None if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN) else number
    high = None if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) else number
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    dimension = f"currency:{unit}" if kind == "money" else kind
    return Quantity(
        kind=kind,
        dimension=dimension,
        unit=unit,
        stated=Interval(low, high),
        interval=Interval(low, high),
        base_unit=unit,
        factor=FACTORS.get(unit, Decimal(1)),
        hedge=hedge,
        step=Decimal(1).scaleb(exponent),
    )


def claim(
    name: str,
    figure: Quantity,
    *,
    attribute: str | None = None,
    counted: str | None = None,
    entities: tuple[str, ...] = (),
    place: int = 0,
    qualifiers: tuple[str, ...] = (),
    scope: str | None = None,
    period: Interval[date] | None = None,
    as_of: Interval[date] | None = None,
    modality: Modality = Modality.ACTUAL,
    attribution: str | None = None,
    converts: str | None = None,
) -> Claim:
    """Return a claim named "<document>#<n>"."""
    document, _, number = name.partition("#")
    start = int(number) * 10
    evidence = Evidence(sentence=Span(0, 100), quote="", place=place, block=BlockKind.BODY, lang="en", names=entities)
    return Claim(
        id=name,
        document=document,
        span=Span(start, start + 5),
        text=f"{figure.stated.low or figure.stated.high} {figure.unit}".strip(),
        quantity=figure,
        evidence=evidence,
        attribute=attribute,
        counted=counted,
        entities=entities,
        qualifiers=qualifiers,
        scope=scope,
        period=period,
        as_of=as_of,
        modality=modality,
        attribution=attribution,
        converts=converts,
    )
