from __future__ import annotations

from datetime import time

import pytest

from claimcheck.lexicon.language import fold
from claimcheck.lexicon.load import load_language
from claimcheck.model.mention import ClockReading, Hedge
from claimcheck.scan.clock import read_clock
from claimcheck.scan.dates import read_date


def clocks_in(lang: str, text: str) -> list[tuple[str, ClockReading]]:
    """Return every clock time of `text` as the scanner asks for them: at digits, dates first."""
    language, folded = load_language(lang), fold(text)
    found: list[tuple[str, ClockReading]] = []
    done = 0
    for place in range(len(text)):
        if place < done or not folded[place].isdecimal() or folded[place - 1 : place].isdecimal():
            continue
        dated = read_date(text, folded, place, place + 1, language, published="") or read_clock(
            text, folded, place, place + 1, language, published=""
        )
        if dated is not None:
            done = dated.end
            found.extend((text[dated.start : dated.end], reading) for reading in dated.readings if isinstance(reading, ClockReading))
    return found


def only(lang: str, text: str) -> ClockReading:
    found = clocks_in(lang, text)
    assert len(found) == 1, found
    return found[0][1]


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("en", "The doors open at 8:05 pm.", time(20, 5)),
        ("en", "The doors open at 6am.", time(6)),
        ("en", "The doors open at 12:22 AM.", time(0, 22)),
        ("en", "The doors open at 12:33 PM.", time(12, 33)),
        ("en", "The doors open at 6 o'clock.", time(6)),
        ("en", "The doors open at 6.30pm.", time(18, 30)),
        ("en", "It struck at 12:22 on Monday.", time(12, 22)),
        ("en", "The doors open at 1530 GMT.", time(15, 30)),
        ("de", "Um 20 Uhr beginnt das Spiel.", time(20)),
        ("de", "Das Spiel beginnt um 20.30 Uhr.", time(20, 30)),
        ("de", "Das Spiel beginnt um 8 Uhr abends.", time(20)),
        ("es", "Empezó a las 11 de la noche.", time(23)),
        ("es", "Empezó a las 2 de la madrugada.", time(2)),
        ("es", "Empezó a las 04:00 horas.", time(4)),
        ("es", "Empezó a las 12:32:57 horas.", time(12, 32, 57)),
        ("es", "Empezó a las 8.", time(8)),
        ("fr", "Le match débute à 20h30.", time(20, 30)),
        ("fr", "Le match débute à 20 heures.", time(20)),
        ("pt", "O jogo começa às 20h30.", time(20, 30)),
        ("pt", "O jogo começa às 8 da noite.", time(20)),
        ("it", "La partita inizia alle 8:00 di domenica.", time(8)),
        ("it", "La partita inizia alle 20.", time(20)),
        ("it", "La partita inizia alle ore 20.45.", time(20, 45)),
        ("nl", "De wedstrijd begint om 20.30 uur.", time(20, 30)),
        ("nl", "De wedstrijd begint om 8 uur 's avonds.", time(20)),
        ("pl", "Mecz zacznie się o godz. 20.30.", time(20, 30)),
        ("ru", "Матч начнётся в 20:30.", time(20, 30)),
        ("ru", "Матч начнётся в 8 вечера.", time(20)),
        ("tr", "Maç saat 20.30'da başlayacak.", time(20, 30)),
        ("ar", "تبدأ المباراة الساعة 8:30 مساء.", time(20, 30)),
        ("he", "המשחק מתחיל בשעה 20:30.", time(20, 30)),
        ("hi", "मैच शाम 6 बजे शुरू होगा।", time(18)),
        ("ja", "試合は午後3時20分に始まる。", time(15, 20)),
        ("ja", "試合は20時に始まる。", time(20)),
        ("ja", "試合は午前7時半に始まる。", time(7, 30)),
        ("zh", "比赛晚上8点开始。", time(20)),
        ("zh", "比赛下午3点20分开始。", time(15, 20)),
        ("ko", "경기는 오후 8시 30분에 시작한다.", time(20, 30)),
        ("sv", "Matchen börjar kl. 20.30.", time(20, 30)),
        ("da", "Kampen begynder klokken 20.30.", time(20, 30)),
        ("fi", "Ottelu alkaa klo 20.30.", time(20, 30)),
        ("cs", "Zápas začne ve 20.30 hod.", time(20, 30)),
        ("hu", "A meccs este 8 órakor kezdődik.", time(20)),
        ("ro", "Meciul începe la ora 20:30.", time(20, 30)),
        ("el", "Ο αγώνας αρχίζει στις 8 το βράδυ.", time(20)),
        ("id", "Laga mulai pukul 20.30 WIB.", time(20, 30)),
        ("vi", "Trận đấu bắt đầu lúc 20h30.", time(20, 30)),
        ("th", "เริ่มเวลา 20.30 น.", time(20, 30)),
    ],
)
def test_a_clock_time_is_read_on_24_hours(lang: str, text: str, shown: time) -> None:
    reading = only(lang, text)
    assert (reading.low, reading.high, reading.hedge) == (shown, shown, Hedge.EXACT)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They won 3:1 in the end."),
        ("en", "The verse is John 3:16 here."),
        ("en", "As Genesis 12:15 says, it is so."),
        ("en", "She ran it in 2:03:45 today."),
        ("en", "It lasted 20 hours."),
        ("en", "About 20 people came."),
        ("en", "It rose to 8.30 dollars."),
        ("en", "A 24h strike."),
        ("en", "The map is 1:500 in scale."),
        ("de", "Es dauerte 8 Stunden."),
        ("de", "Es fehlen noch 8 am Montag."),
        ("it", "Lo disse alle 20 persone presenti."),
        ("es", "Habló a las 20 personas presentes."),
        ("fr", "Il a fallu 20h de travail."),
        ("uk", "Це тривало 2 дня."),
        ("nl", "Het duurde 1 u."),
        ("ja", "試合は3時間続いた。"),
        ("ko", "경기는 3시간 걸렸다."),
        ("zh", "比赛持续了3小时。"),
    ],
)
def test_what_is_no_clock_time(lang: str, text: str) -> None:
    assert not clocks_in(lang, text)


@pytest.mark.parametrize(
    ("lang", "text", "low", "high", "hedge"),
    [
        ("it", "È partito dopo le 20, dicono.", time(20), None, Hedge.AT_LEAST),
        ("en", "It left after 18:00, they say.", time(18), None, Hedge.AT_LEAST),
        ("es", "Salió antes de las 8:00 del lunes.", None, time(8), Hedge.AT_MOST),
        ("en", "By 6am all was well.", time(6), time(6), Hedge.EXACT),
        ("de", "Es fiel gegen 12:15 Uhr.", time(12, 15), time(12, 15), Hedge.ABOUT),
        ("es", "Volvió hacia las 11 de la noche.", time(23), time(23), Hedge.ABOUT),
        ("ja", "20時頃に戻った。", time(20), time(20), Hedge.ABOUT),
        ("en", "Trading runs 9:00-17:30 daily.", time(9), time(17, 30), Hedge.RANGE),
    ],
)
def test_what_stands_around_a_clock_time_opens_or_softens_it(
    lang: str, text: str, low: time | None, high: time | None, hedge: Hedge
) -> None:
    reading = only(lang, text)
    assert (reading.low, reading.high, reading.hedge) == (low, high, hedge)


@pytest.mark.parametrize(
    ("lang", "text", "zone"),
    [
        ("en", "At 12:33 PM Brussels time it fell.", "Brussels time"),
        ("en", "At 15:30 GMT it fell.", "GMT"),
        ("en", "At 15:30 it fell.", ""),
        ("es", "A las 12:33 hora peninsular cayó.", "hora peninsular"),
    ],
)
def test_the_zone_is_kept_as_written(lang: str, text: str, zone: str) -> None:
    found = clocks_in(lang, text)
    assert [reading.zone for _, reading in found] == [zone]
    assert zone not in found[0][0] or not zone
