"""News text at the density of real articles, about 3.3 figures a kB, for measuring speed.

    python bench/newstext.py 5 > build/news.txt          # 5 MB, always the same
    from newstext import articles                         # (lang, text) pairs of 2 to 4 kB

Each article is one or more sources of one language with every number changed at random, so that no figure comes twice
and nothing is served from a cache, thinned with sentences without figures. The sources are those of /work/shared where
it is there (seeds and stories, read only), else the briefs of corpus/. Years stay years, days days and minutes minutes.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SHARED = Path("/work/shared")
NUMBERS_A_KB = 2.35  # in digits; those in words ("seven-year", "millions of") make it 3.3 figures a kB
ARTICLE_BYTES = 2_500
SEED = 7

# Sentences without figures for languages whose sources have too few of them; invented.
PLAIN = {
    "de": (
        "Die Leitung des Hauses wollte sich am Abend nicht zu den Gesprächen äußern und verwies auf eine spätere Mitteilung.",
        "Beobachter halten den Schritt für überfällig, weil die Nachfrage seit dem Frühjahr schneller wächst als das Angebot.",
        "Im Saal war die Stimmung gelöst, obwohl niemand wusste, wie es nach der Pause weitergehen würde.",
        "Der Verband forderte klare Regeln und warnte davor, kleinere Betriebe mit neuen Pflichten zu überfordern.",
        "Ob das Vorhaben noch vor der Sommerpause beschlossen wird, gilt unter den Abgeordneten als ungewiss.",
    ),
    "it": (
        "La dirigenza non ha voluto commentare la trattativa e ha rinviato a una nota che sarà diffusa nei prossimi giorni.",
        "Secondo gli osservatori la scelta era attesa, perché la domanda cresce da mesi più in fretta dell'offerta.",
        "In sala il clima era disteso, anche se nessuno sapeva come sarebbe proseguita la serata.",
        "I sindacati chiedono regole chiare e temono che il peso ricada ancora sulle imprese più piccole.",
        "Resta da capire se il progetto arriverà al voto prima della pausa estiva del parlamento.",
    ),
    "pt": (
        "A direção não quis comentar as conversas e remeteu para um comunicado que será divulgado nos próximos dias.",
        "Para os observadores a decisão era esperada, porque a procura cresce há meses mais depressa do que a oferta.",
        "Na sala o ambiente era calmo, embora ninguém soubesse como a noite iria continuar.",
        "Os sindicatos pedem regras claras e receiam que o peso volte a cair sobre as empresas pequenas.",
        "Falta saber se o projeto chega a votação antes da pausa de verão do parlamento.",
    ),
    "pl": (
        "Kierownictwo nie chciało komentować rozmów i odesłało dziennikarzy do późniejszego komunikatu.",
        "Zdaniem obserwatorów decyzja była oczekiwana, bo popyt od miesięcy rośnie szybciej niż podaż.",
        "Na sali panował spokój, choć nikt nie wiedział, jak potoczy się reszta wieczoru.",
        "Związki domagają się jasnych zasad i obawiają się, że ciężar znów spadnie na małe firmy.",
        "Nie wiadomo, czy projekt trafi pod głosowanie przed letnią przerwą w obradach.",
    ),
    "tr": (
        "Yönetim görüşmeler hakkında yorum yapmak istemedi ve daha sonra yayımlanacak bir açıklamayı işaret etti.",
        "Gözlemcilere göre karar bekleniyordu, çünkü talep aylardır arzdan daha hızlı büyüyor.",
        "Salonda hava sakindi, ancak gecenin nasıl süreceğini kimse bilmiyordu.",
        "Sendikalar açık kurallar istiyor ve yükün yine küçük işletmelere kalmasından korkuyor.",
        "Tasarının yaz tatilinden önce oylanıp oylanmayacağı henüz belli değil.",
    ),
    "ja": (
        "経営陣は交渉について語ろうとせず、後日発表される声明を見てほしいと述べるにとどめた。",
        "需要の伸びが供給を上回る状態が続いており、専門家はこの判断を当然のものと受け止めている。",
        "会場の雰囲気は穏やかだったが、その後の進行を知る人は誰もいなかった。",
        "労働組合は明確な規則を求め、負担が再び小さな会社に及ぶことを恐れている。",
        "夏の休会までに法案が採決されるかどうかは、まだ分かっていない。",
    ),
}
TWO_DIGITS = ((0, 0, 0), (1, 12, 12), (13, 28, 31), (32, 59, 59), (60, 99, 99))  # drawn from, to; for numbers up to
SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=。)\s*|\n+")
DIGITS = re.compile(r"\d+")
NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*")


def articles(megabytes: float, seed: int = SEED) -> list[tuple[str, str]]:
    """Return articles with their languages, `megabytes` in UTF-8 in all; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    wanted = megabytes * 1e6
    made: list[tuple[str, str]] = []
    texts = sources()
    plain = plain_sentences(texts)
    while True:
        for lang, bodies in rounds(texts, chance):
            article = thinned(bodies, plain[lang], chance)
            made.append((lang, article))
            wanted -= len(article.encode())
            if wanted <= 0:
                return made


def sources() -> list[tuple[str, str]]:
    """Return the texts with their languages: seeds and stories, or the briefs where those are missing."""
    if not (SHARED / "stories").is_dir():
        return [(path.name.split("-")[1], path.read_text(encoding="utf-8")) for path in sorted((PROJECT / "corpus").glob("*.txt"))]
    found: list[tuple[str, str]] = []
    for record in sorted((SHARED / "stories").glob("*/meta.json")):
        for source in json.loads(record.read_text(encoding="utf-8"))["sources"]:
            places = (record.parent / "sources" / source["file"], SHARED / "seeds" / source["file"])
            found += [(source["lang"], path.read_text(encoding="utf-8").strip()) for path in places if path.exists()]
    return found


def rounds(texts: list[tuple[str, str]], chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Yield every source once, in random order, short ones of one language together: at most two an article."""
    order = chance.sample(texts, len(texts))
    waiting: dict[str, str] = {}
    for lang, text in order:
        if len(text.encode()) > ARTICLE_BYTES // 5:
            yield lang, [text]
        elif lang in waiting:
            yield lang, [waiting.pop(lang), text]
        else:
            waiting[lang] = text
    for lang, text in waiting.items():
        yield lang, [text]


def plain_sentences(texts: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Return per language the sentences that hold no digit: those of the sources and our own."""
    plain: dict[str, list[str]] = {lang: list(PLAIN.get(lang, ())) for lang, _ in texts}
    for lang, text in texts:
        plain[lang] += [part for part in SENTENCES.split(text) if len(part.encode()) > 60 and not DIGITS.search(part)]
    return plain


def thinned(bodies: list[str], plain: list[str], chance: random.Random) -> str:
    """Return `bodies` with other numbers, and so many plain sentences after them that the density is that of news."""
    parts = [DIGITS.sub(lambda digits: other_digits(digits.group(), chance), body) for body in bodies]
    size = sum(len(part.encode()) for part in parts)
    wanted = sum(len(NUMBERS.findall(part)) for part in parts) / NUMBERS_A_KB * 1000
    while size < wanted:
        paragraph = " ".join(altered(sentence, chance) for sentence in chance.sample(plain, min(3, len(plain))))
        parts.append(paragraph)
        size += len(paragraph.encode())
    return "\n\n".join(parts) + "\n"


def other_digits(digits: str, chance: random.Random) -> str:
    """Return digits of the same length and of the same use: a month, a day, a minute, a year, or any number."""
    number = int(digits)
    if len(digits) == 4 and 1900 <= number < 2100:
        return str(chance.randrange(2000, 2030))
    if len(digits) <= 2:
        low, high = next((low, high) for low, high, last in TWO_DIGITS if number <= last)
        return str(chance.randint(low, high)).zfill(len(digits))[-len(digits) :]
    return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in digits[1:])


def altered(sentence: str, chance: random.Random) -> str:
    """Return a sentence that no cache of sentences knows: one lower-case word with a foreign ending, as in a name."""
    words = sentence.split(" ")
    place = chance.randrange(len(words))
    words[place] += "-" + "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3)).title()
    return " ".join(words)


def main() -> int:
    """Write the text to standard output."""
    for _, text in articles(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0):
        sys.stdout.write(text + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
