"""Peers on a slice of the same text: how many figures each finds, and in how much processor time.

Run by bench/speed.py with the interpreter of build/peers (`make bench-peers`), one process a peer, one core:

    build/peers/bin/python bench/peers.py quantulum3 5 < articles.json      # 5 seconds at most

A peer is given each article paragraph by paragraph, which suits all of them better than whole articles, and only the
languages that it reads units in. Loading its models is not counted. The answer is one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable, Iterable

Reader = Callable[[str, str], int]  # paragraph and language to the number of figures found
Article = tuple[str, str]


def quantulum3() -> tuple[Reader, set[str]]:
    """Quantities with their units; English alone; without its optional classifier, which only makes it slower."""
    from quantulum3 import parser  # noqa: PLC0415

    return lambda text, _: len(parser.parse(text)), {"en"}


def recognizers() -> tuple[Reader, set[str]]:
    """Numbers, percentages, and numbers with units; no dates, which take several times as long."""
    import recognizers_suite as suite  # noqa: PLC0415

    cultures = {"en": "en-us", "es": "es-es", "fr": "fr-fr", "pt": "pt-br", "zh": "zh-cn"}
    models = (
        suite.recognize_number,
        suite.recognize_percentage,
        suite.recognize_currency,
        suite.recognize_dimension,
        suite.recognize_temperature,
        suite.recognize_age,
    )
    return lambda text, lang: sum(len(model(text, cultures[lang])) for model in models), set(cultures)


def duckling() -> tuple[Reader, set[str]]:
    """Numbers, money and quantities of every unit it knows; no dates."""
    return _duckling(("amount-of-money", "distance", "duration", "number", "quantity", "temperature", "volume"))


def duckling_dates() -> tuple[Reader, set[str]]:
    """Dates and clock times besides, which claimcheck always reads."""
    return _duckling(("amount-of-money", "distance", "duration", "number", "quantity", "temperature", "volume", "time"))


def _duckling(kinds: tuple[str, ...]) -> tuple[Reader, set[str]]:
    import duckling as wheel  # noqa: PLC0415

    langs = ("de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "zh")
    now = wheel.parse_ref_time(wheel.load_time_zones("/usr/share/zoneinfo"), "UTC", 1_762_000_000)
    contexts = {}
    for lang in langs:
        plain = wheel.default_locale_lang(wheel.parse_lang(lang.upper()))
        contexts[lang] = wheel.Context(now, wheel.parse_locale(lang.upper(), plain))
    dimensions = wheel.parse_dimensions(list(kinds))
    return lambda text, lang: len(wheel.parse(text, contexts[lang], dimensions, False)), set(langs)  # noqa: FBT003


PEERS: dict[str, Callable[[], tuple[Reader, set[str]]]] = {
    "quantulum3": quantulum3,
    "recognizers-text": recognizers,
    "duckling": duckling,
    "duckling with dates": duckling_dates,
}


def measure(reader: Reader, articles: Iterable[Article], seconds: float) -> dict[str, object]:
    """Return bytes, figures and processor seconds by language, for as many articles as fit into `seconds`."""
    spent: dict[str, list[float]] = {}
    left = seconds
    for lang, article in articles:
        paragraphs = [line for line in article.splitlines() if line.strip()]
        started = time.process_time()
        figures = sum(reader(paragraph, lang) for paragraph in paragraphs)
        passed = time.process_time() - started
        row = spent.setdefault(lang, [0, 0, 0])
        row[:] = (row[0] + len(article.encode()), row[1] + figures, row[2] + passed)
        left -= passed
        if left <= 0:
            break
    return {lang: {"bytes": size, "figures": found, "seconds": used} for lang, (size, found, used) in spent.items()}


def main() -> int:
    """Measure one peer on the articles of standard input."""
    warnings.simplefilter("ignore")
    reader, langs = PEERS[sys.argv[1]]()
    articles = [(lang, text) for lang, text in json.load(sys.stdin) if lang in langs]
    for lang in {lang for lang, _ in articles}:
        reader("12 km, 3 %", lang)  # loads the models of the language
    print(json.dumps(measure(reader, articles, float(sys.argv[2]))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
