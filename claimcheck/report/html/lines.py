"""Figures on a line, as an inline drawing: what each source means as a bar, what it says as a tick, an axis below."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from claimcheck.report.html.markup import Html, joined, tag
from claimcheck.values import dataclass

LABEL, WIDTH, RIGHT, ROW, TOP = 170, 640, 30, 24, 8  # of the drawing, in its own units
LOG_FROM = 100
LONGEST_NAME = 24
LEAST_BAR = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One figure: what is meant from `low` to `high`, None for open; `stated` are the ends that the words give."""

    low: float | None
    high: float | None
    stated: tuple[float, ...]
    hedged: bool
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A source with its figures."""

    name: str
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """From values to places in the drawing."""

    low: float
    high: float
    is_log: bool

    def place(self, value: float) -> float:
        """Return where a value stands, its ends the ends of the axis."""
        ends = (self.low, self.high, min(max(value, self.low), self.high))
        low, high, value = (math.log10(end) for end in ends) if self.is_log else ends
        return LABEL + (value - low) / (high - low) * (WIDTH - LABEL - RIGHT)

    def ticks(self) -> list[float]:
        """Return two to six round values within the axis."""
        if self.is_log:
            first, last = math.ceil(math.log10(self.low)), math.floor(math.log10(self.high))
            step = max(1, math.ceil((last - first) / 5))
            return [10.0**power for power in range(first, last + 1, step)]
        power_of_ten = 10.0 ** math.floor(math.log10(self.high - self.low))
        width = next(power_of_ten * part for part in (0.2, 0.25, 0.5, 1, 2) if (self.high - self.low) / (power_of_ten * part) <= 5)
        return [number * width for number in range(math.ceil(self.low / width), math.floor(self.high / width) + 1)]


def axis_of(lines: Sequence[Line], band: tuple[float, float] | None) -> Axis | None:
    """Return an axis that holds all that is finite, or None where nothing is."""
    values = [end for line in lines for stroke in line.strokes for end in (stroke.low, stroke.high, *stroke.stated) if end is not None]
    values += band or ()
    if not values or not all(map(math.isfinite, values)):
        return None
    low, high = min(values), max(values)
    is_log = low > 0 and high / low > LOG_FROM
    if is_log:
        return Axis(low / 1.5, high * 1.5, is_log=True)
    room = (high - low) * 0.06 or abs(high) * 0.05 or 1.0
    return Axis(low - room, high + room, is_log=False)


def number_line(title: str, lines: Sequence[Line], say: Callable[[float], str], band: tuple[float, float] | None = None) -> Html:
    """Return the drawing; `say` writes a value of the axis. Nothing is drawn where no figure has an end."""
    axis = axis_of(lines, band)
    if axis is None:
        return Html()
    bottom = TOP + ROW * len(lines)
    parts = [tag("title", title)]
    if band is not None:
        parts.append(_box(axis.place(band[0]), axis.place(band[1]), TOP, bottom - TOP, "band"))
    parts += [_scale(axis, value, bottom, say) for value in axis.ticks()]
    parts.append(_line(LABEL, WIDTH - RIGHT, bottom, bottom, "axis"))
    parts += [_drawn(line, axis, TOP + ROW * number) for number, line in enumerate(lines)]
    return tag("svg", *parts, viewBox=f"0 0 {WIDTH} {bottom + 24}", role="img", aria_label=title)


def _drawn(line: Line, axis: Axis, top: int) -> Html:
    name = line.name if len(line.name) <= LONGEST_NAME else line.name[: LONGEST_NAME - 1] + "…"
    parts = [tag("text", name, x=str(LABEL - 10), y=str(top + 16), text_anchor="end")]
    for stroke in line.strokes:
        left = axis.place(axis.low if stroke.low is None else stroke.low)
        right = axis.place(axis.high if stroke.high is None else stroke.high)
        drawn = [_box(left, right, top + 6, ROW - 12, "bar hedged" if stroke.hedged else "bar")]
        drawn += [_line(axis.place(value), axis.place(value), top + 3, top + ROW - 3, "tick") for value in stroke.stated]
        parts.append(tag("g", *drawn, class_=stroke.kind))
    return joined(parts)


def _scale(axis: Axis, value: float, bottom: int, say: Callable[[float], str]) -> Html:
    x = axis.place(value)
    label = tag("text", say(value), x=_short(x), y=str(bottom + 16), text_anchor="middle", class_="scale")
    return joined((_line(x, x, TOP, bottom + 4, "axis"), label))


def _box(left: float, right: float, top: float, height: float, kind: str) -> Html:
    width = max(right - left, LEAST_BAR)
    return tag("rect", x=_short(left), y=_short(top), width=_short(width), height=_short(height), class_=kind)


def _line(x1: float, x2: float, y1: float, y2: float, kind: str) -> Html:
    return tag("line", x1=_short(x1), y1=_short(y1), x2=_short(x2), y2=_short(y2), class_=kind)


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def hatching() -> Html:
    """Return the pattern of hedged figures, once a page."""
    stroke = tag("line", x1="0", y1="0", x2="0", y2="6", class_="hatch")
    pattern = tag("pattern", stroke, id="hatch", width="6", height="6", patternUnits="userSpaceOnUse", patternTransform="rotate(45)")
    return tag("svg", tag("defs", pattern), width="0", height="0", aria_hidden="true", class_="unseen")
