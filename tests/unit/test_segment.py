from __future__ import annotations

import pytest

from claimcheck.model.source import Source
from claimcheck.read.text import document_of
from claimcheck.segment import document_language, segment
from claimcheck.segment.detect import detect


def sentences(text: str, lang: str) -> list[str]:
    document = document_of(Source(text=text, lang=lang))
    return [document.view.text[sentence.start : sentence.end] for sentence in segment(document)]


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "It rose by 3.5 million. Nobody knew.", 2),
        ("en", "Dr. Smith of St. Ives paid $5. He left.", 2),
        ("en", "J. R. Smith met George W. Bush on Jan. 5 at 6 p.m. in the U.S. Senate.", 1),
        ("en", "It opens at 6 p.m. The rest is open.", 2),
        ("en", "The firm, Example Inc. of Ohio, sold 5 ships etc. and left.", 1),
        ("en", 'He said: "We lost 5." Then he left.', 2),
        ("en", "Yahoo! bought it. Really?! Yes.", 3),
        ("en", "They paid for the ship.For years it sat idle.", 2),
        ("en", "See example.com or Node.js in version 2.5.1 today.", 1),
        ("en", "He waited ... and paid 5. Then... nothing.", 2),
        ("en", "Food is up 34.9%. Rents are not.", 2),
        ("de", "Am 29. Oktober fielen 90 Liter. Am 30. waren es 5.", 2),
        ("de", "Es waren 18. Die anderen kamen nach.", 2),
        ("de", "Das sind ca. 5 Mio. Euro, z. B. für Schiffe.", 1),
        ("de", "Der Bau kostet 5 Mrd. Das ist viel.", 2),
        ("es", "El Sr. Paz pagó 5 millones a EE. UU. en 2024. ¿Y ahora? ¡Nada!", 3),
        ("fr", "« Nous avons perdu 5 millions. » Puis il partit. M. Paz resta.", 3),
        ("it", "Il dott. Pace ha pagato 5 mln. alla Esempio S.p.A. di Roma.", 1),
        ("pl", "Zginęło ok. 5 tys. osób. Jest 3. dzień akcji.", 2),
        ("ru", "Это стоило 5 млн руб. в 2024 г. и 6 млн в 2025 г. Потом стало хуже.", 2),
        ("ja", "5人が死亡した。10人が負傷した！原因は不明だ。", 3),
        ("ja", "「5人だ。」と述べた。", 1),
        ("zh", "造成5人死亡。另有１．５万人撤离。", 2),
        ("hi", "पाँच लोग मारे गए। दस घायल हैं।", 2),
        ("ar", "هل مات 5 أشخاص؟ نعم. والبقية بخير.", 3),
        ("ko", "5명이 숨졌다. 10명이 다쳤다.", 2),
    ],
)
def test_where_sentences_end(lang: str, text: str, count: int) -> None:
    found = sentences(text, lang)
    assert len(found) == count, found
    assert "".join("".join(found).split()) == "".join(text.split())


def test_sentences_keep_kind_headings_and_paragraph() -> None:
    text = "Port costs\n\nThe quay cost 5 million euros, as the board of the harbour told its members. It was late.\n\nRelated\nFerry up 12 percent"
    document = document_of(Source(text=text, lang="en"))
    found = segment(document)
    assert [(sentence.kind.value, sentence.paragraph, sentence.headings) for sentence in found] == [
        ("title", 0, ()),
        ("body", 1, ("Port costs",)),
        ("body", 1, ("Port costs",)),
        ("related", 2, ()),
        ("related", 3, ()),
    ]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("es", "El ayuntamiento gastó cinco millones en el puerto y nadie sabe por qué."),
        ("de", "Die Stadt gab fünf Millionen für den Hafen aus, und niemand weiß warum."),
        ("ja", "市は港に500万ユーロを費やしたが、理由は不明だ。"),
        ("zh", "该市在港口上花费了五百万欧元，没有人知道原因。"),
        ("ko", "시는 항구에 500만 유로를 썼다."),
        ("el", "Ο δήμος ξόδεψε πέντε εκατομμύρια."),
        ("th", "เมืองใช้เงินห้าล้านยูโรกับท่าเรือ"),
        ("he", "העירייה הוציאה חמישה מיליון אירו על הנמל ואיש אינו יודע מדוע."),
        ("nb", "Kommunen brukte fem millioner på havnen, og ingen vet hvorfor de måtte gjøre det så dyrt."),
    ],
)
def test_language_of_a_text(tag: str, text: str) -> None:
    assert detect(text)[0] == tag


def test_the_sources_own_word_wins() -> None:
    assert {sentence.lang for sentence in segment(document_of(Source(text="Die Stadt gab fünf Millionen aus.", lang="nl")))} == {"nl"}


def test_a_text_that_tells_nothing_is_read_as_english() -> None:
    assert document_language(document_of(Source(text="$38"))) == "en"


def test_a_long_quote_in_another_language_is_read_in_its_own() -> None:
    spanish = "El ayuntamiento ha gastado cinco millones de euros en el puerto y nadie en la ciudad sabe muy bien por qué lo hizo. " * 3
    english = "The council spent five million euros on the harbour and nobody in town knows very well why they did it that way. " * 3
    found = segment(document_of(Source(text=f"{spanish}\n{spanish}\n{english}")))
    assert [found[0].lang, found[-1].lang] == ["es", "en"]


def test_a_short_block_takes_the_documents_language() -> None:
    spanish = "El ayuntamiento ha gastado cinco millones de euros en el puerto y nadie en la ciudad sabe muy bien por qué lo hizo. " * 2
    assert {sentence.lang for sentence in segment(document_of(Source(text=f"{spanish}\nVia: The Example Times of London")))} == {"es"}


def test_control_characters_do_not_stop_detection() -> None:
    assert detect("El ayuntamiento gastó \x01\x02 cinco millones en el puerto y nadie sabe por qué.\ud800")[0] == "es"
