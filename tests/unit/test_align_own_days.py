"""The day of an article is no rival of another article's own day; days of what happened are."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model.verdict import VerdictKind

STORM = "A storm killed 48 people in Brenholt."
DATELINES = {
    "en": (
        "ORLEV, July 17 (Tarn News) - A storm killed 48 people in Brenholt.",
        "BRENHOLT, July 18 (Agency) - A storm killed 48 people in Brenholt.",
    ),
    "de": (
        "ORLEV, 17. Juli (TN) – Ein Sturm tötete in Brenholt 48 Menschen.",
        "BRENHOLT, 18. Juli (AG) – Ein Sturm tötete in Brenholt 48 Menschen.",
    ),
    "es": (
        "Orlev, 17 de julio (TN).- Una tormenta mató a 48 personas en Brenholt.",
        "Brenholt, 18 de julio (AG).- Una tormenta mató a 48 personas en Brenholt.",
    ),
    "fr": (
        "Orlev, 17 juillet (TN) – Une tempête a tué 48 personnes à Brenholt.",
        "Brenholt, 18 juillet (AG) – Une tempête a tué 48 personnes à Brenholt.",
    ),
    "ru": ("ОРЛЕВ, 17 июля (ТН) – Буря убила в Бренхольте 48 человек.", "БРЕНХОЛЬТ, 18 июля (АГ) – Буря убила в Бренхольте 48 человек."),
}


def contradictions(first: tuple[str, str, str], second: tuple[str, str, str]) -> int:
    sources = [claimcheck.Source(id=text, text=text, lang=lang, published=day) for lang, text, day in (first, second)]
    return sum(one.kind is VerdictKind.CONTRADICTION for one in claimcheck.check(sources).verdicts)


@pytest.mark.parametrize("lang", list(DATELINES))
def test_days_of_datelines_are_no_rivals(lang: str) -> None:
    first, second = DATELINES[lang]
    assert not contradictions((lang, first, "2025-07-17"), (lang, second, "2025-07-18"))
    assert not contradictions((lang, first, "2025-07-17"), ("en", f"On July 18 a storm hit Brenholt. {STORM}", ""))


def test_each_articles_own_day_is_no_rival_of_the_others() -> None:
    one = ("en", "The storm that hit Brenholt on July 17 killed 48 people.", "2025-07-17")
    other = ("de", "Der Sturm, der Brenholt am 18. Juli traf, tötete 48 Menschen.", "2025-07-18")
    assert not contradictions(one, other)


def test_two_days_of_one_event_are_a_contradiction() -> None:
    one = ("en", "The storm hit the town of Brenholt on July 11 and killed 48 people.", "2025-07-17")
    assert contradictions(one, ("en", "The storm hit the town of Brenholt on July 14 and killed 48 people.", "2025-07-18"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ines Valder has led the company Orvela since 2022."),
        ("de", "Ines Valder leitet das Unternehmen Orvela seit 2022."),
        ("es", "Ines Valder dirige la empresa Orvela desde 2022."),
        ("fr", "Ines Valder dirige l'entreprise Orvela depuis 2022."),
    ],
)
def test_two_years_of_one_person_in_one_office_are_a_contradiction(lang: str, text: str) -> None:
    one = ("en", "Ines Valder has led the company Orvela since 2021.", "2025-07-17")
    assert contradictions(one, (lang, text, "2025-07-17"))
    other = text.replace("Ines Valder", "Tor Malmgren").replace("Orvela", "Brenholt")
    assert not contradictions(one, (lang, other, "2025-07-17"))
