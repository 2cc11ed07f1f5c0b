"""Hostile inputs: how much longer twice as much of each takes, for reading figures alone and for whole claims.

    python bench/hostile.py [--kilobytes 40] [--only NAME ...]

A ratio of 2 is linear; more than MOST is a finding. Times are processor time of this process.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MOST = 2.5  # a ratio above is told; goal 2.2, the rest is noise of short runs
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One kind of input: `unit` over and over between `before` and `after`.

    In `unit`, {word} is a name of its own, {a} a number up to 99 and {b} one up to 31.
    """

    name: str
    unit: str
    before: str = ""
    after: str = ""
    lang: str = "en"
    suffix: str = ".txt"

    def text(self, size: int) -> str:
        """Return about `size` characters."""
        return self.before + "".join(self._units(size)) + self.after

    def _units(self, size: int) -> Iterator[str]:
        made = number = 0
        while made < size:
            word = f"N{LETTERS[number % 26]}{LETTERS[number // 26 % 26]}{LETTERS[number // 676 % 26]}orta"
            unit = self.unit.replace("{word}", word).replace("{a}", str(number % 97 + 3)).replace("{b}", str(number % 31 + 1))
            yield unit
            made += len(unit)
            number += 1


HOSTILE = (
    Hostile("endless sentence", "{a} dead in {word} and {b} % of Tarn Valley for $3 billion, ", "It was "),
    Hostile("no punctuation", "{word} {a} "),
    Hostile("a million digits", "7"),
    Hostile("digits apart", "7 "),
    Hostile("names, one figure", "{word} Tarn, ", after="lost 5 people."),
    Hostile("names run together", "{word} ", after="lost 5 people."),
    Hostile("words, one figure", "the dead people of the valley lost power ", after="in 5 days."),
    Hostile("markdown table", "| {word} | {a} | {b}.5 % |\n", "| City | Dead | Share |\n|---|---|---|\n", suffix=".md"),
    Hostile("table in plain text", "{word} | {a} | {b}.5 %\n", "City | Dead | Share\n"),
    Hostile("table of one row", "{a} | ", "Tarn | 5\nNorva | "),
    Hostile("headlines", "# {word} Loses {a} Of Its People In {b} Days\n\n", suffix=".md"),
    Hostile("headings and lines", "## {word} loses {a}\n\nIt had {b} dead, {word} said.\n\n", suffix=".md"),
    Hostile("brackets", "(5 dead ", "Tarn lost "),
    Hostile("brackets alone", "(", after="5 dead"),
    Hostile("pairs of brackets", "5 (7) dead ", "Tarn lost "),
    Hostile("short lines", "{a} dead\n"),
    Hostile("short lines with names", "{word} {a}\n"),
    Hostile("sentences", "{word} lost {a} of {b} GW on 3 May 2024. "),
    Hostile("currencies", "${a} million (€{b} million), "),
    Hostile("dates", "on {b} May 2024 {a} GW, "),
    Hostile("german", "Stadt {word} verlor {a} Menschen und ", "Die ", lang="de"),
    Hostile("chinese characters", "日本の発電所は{a}人が死亡、東京で{b}%、", lang="ja"),
    Hostile("katakana", "マリオ{a}台、", lang="ja"),
    Hostile("digits and commas", "1,"),
    Hostile("groups of three", "123 ", lang="fr"),
    Hostile("signs", "-+"),
    Hostile("signs and digits", "-5 +7 "),
    Hostile("digits and letters", "5a"),
    Hostile("one long word", "a"),
    Hostile("currency signs", "$"),
    Hostile("currency signs and digits", "${a}"),
    Hostile("number words", "one "),
    Hostile("tens and joiners", "twenty and "),
    Hostile("articles and joiners", "un y ", lang="es"),
    Hostile("number compounds", "einundzwanzigtausend ", lang="de"),
    Hostile("halves before nothing", "साढ़े ", lang="hi"),
    Hostile("units", "kg "),
    Hostile("units and digits", "{a} kg "),
    Hostile("feet and inches", "{b} feet 2 inches "),
    Hostile("primes", "5' "),
    Hostile("rates", "5 km per hour per "),
    Hostile("days in digits", "3.11.", lang="de"),
    Hostile("months", "March "),
    Hostile("years and dashes", "2025-"),
    Hostile("hours and colons", "12:"),
    Hostile("open ranges", "from {a} to "),
    Hostile("odds", "un enfant sur ", lang="fr"),
    Hostile("names with numbers", "Switch 2 "),
    Hostile("mail", "a@"),
    Hostile("millions of nothing", "250 million, "),
    Hostile("millions after money", "$3 million, 250 million, "),
    Hostile("days in Japanese", "11月3日", lang="ja"),
)


def measure(kilobytes: int = 40, only: tuple[str, ...] = ()) -> bool:
    """Print the ratios; return whether all inputs are linear."""
    chosen = [hostile for hostile in HOSTILE if not only or hostile.name in only]
    print(f"hostile inputs, {kilobytes} and {2 * kilobytes} kB: times as long for twice as much, processor seconds of the larger one")
    worst = 0.0
    for hostile in chosen:
        told = []
        for label, run in (("scan + normalise", scan_figures), ("extract", extract_claims)):
            once, twice = (seconds(run, hostile, kilobytes * 1000 * times) for times in (1, 2))
            ratio = twice / max(once, 0.005)  # below, the clock tells nothing
            worst = max(worst, ratio)
            told.append(f"{label} x {ratio:4.2f} {twice:6.2f} s")
        print(f"  {hostile.name:24} {'   '.join(told)}", flush=True)
    print(f"  largest ratio {worst:.2f}")
    return worst <= MOST


def seconds(run: Callable[[Hostile, str], int], hostile: Hostile, size: int) -> float:
    """Return the processor time that `run` takes for so many characters."""
    text = hostile.text(size)
    started = time.process_time()
    run(hostile, text)
    return time.process_time() - started


def scan_figures(hostile: Hostile, text: str) -> int:
    """Return how many figures are read in the text."""
    from claimcheck.model.source import Source  # noqa: PLC0415 - cold starts are measured before anything is imported
    from claimcheck.normalise import normalise  # noqa: PLC0415
    from claimcheck.read.text import document_of  # noqa: PLC0415
    from claimcheck.scan import scan  # noqa: PLC0415
    from claimcheck.segment import segment  # noqa: PLC0415

    document = document_of(Source(text=text, id="hostile", lang=hostile.lang), suffix=hostile.suffix)
    sentences = segment(document)
    return len(normalise(document, sentences, scan(document, sentences)))


def extract_claims(hostile: Hostile, text: str) -> int:
    """Return how many claims the text makes."""
    from claimcheck.model.source import Source  # noqa: PLC0415
    from claimcheck.pipeline import Settings, extract_document, vocabulary  # noqa: PLC0415
    from claimcheck.read.text import document_of  # noqa: PLC0415

    document = document_of(Source(text=text, id="hostile", lang=hostile.lang), suffix=hostile.suffix)
    return len(extract_document(document, vocabulary(Settings())))


def main() -> int:
    """Print the ratios; exit 1 where one is no longer linear."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, default=40)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    for lang in sorted({hostile.lang for hostile in HOSTILE}):
        extract_claims(Hostile("", "", lang=lang), "12 km, 3 % in Tarn.")
    return 0 if measure(options.kilobytes, tuple(options.only)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
