"""Who says a figure where nobody is named: kinds of parties beside words such as "according to"."""

import pytest
from marked import claims_of, concept, words

from claimcheck.model.rule import Entity

SAYS = concept("according_to", "measurer", {"en": ("according to", "said"), "es": ("según",), "de": ("laut",), "ja": ("によると",)})
PUTS = concept("puts_at", "measurer", {"en": ("put", "counted"), "es": ("hablan de",), "de": ("sprach von",)})
POLICE = concept("by_police", "measurer", {"en": ("police",), "es": ("policía",), "de": ("polizei",), "ja": ("警察",)})
HOSTS = concept("by_organisers", "measurer", {"en": ("organisers",), "es": ("organizador*",), "de": ("veranstalter*",), "ja": ("主催者",)})
OFFICER = concept("police_officer", "counted", {"en": ("police",)})
VOCABULARY = words(SAYS, PUTS, POLICE, HOSTS, OFFICER, entities=(Entity(id="office_a", kind="measurer", names=("Office A",)),))


@pytest.mark.parametrize(
    ("marked", "lang", "speakers"),
    [
        ("Police said {400|count} came, organisers put the number at {900|count}.", "en", ["by_police", "by_organisers"]),
        ("Según la policía vinieron {400|count}; los organizadores hablan de {900|count}.", "es", ["by_police", "by_organisers"]),
        ("Die Polizei sprach von {400|count}, die Veranstalter von {900|count}.", "de", ["by_police", "by_organisers"]),
        ("It drew {400|count}, according to organisers.", "en", ["by_organisers"]),
        ("警察によると{400人|count}が集まった。", "ja", ["by_police"]),
    ],
)
def test_each_figure_has_the_speaker_of_its_clause(marked: str, lang: str, speakers: list[str]) -> None:
    assert [claim.attribution for claim in claims_of(marked, lang, VOCABULARY)] == speakers


def test_who_only_acts_says_nothing() -> None:
    (claim,) = claims_of("Police stopped {20|count} on the bridge.", "en", VOCABULARY)
    assert claim.attribution is None


def test_a_measurer_known_by_name_comes_first() -> None:
    (claim,) = claims_of("Police said Office A found {20|count}.", "en", VOCABULARY)
    assert claim.attribution == "office_a"


def test_who_speaks_is_not_counted() -> None:
    (claim,) = claims_of("According to police {400|count}.", "en", VOCABULARY)
    assert claim.counted is None
