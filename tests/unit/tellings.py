"""Invented sentences and their translations, for the tests of what two texts have in common."""

from collections.abc import Iterator, Mapping
from itertools import permutations

import claimcheck
from claimcheck.model.verdict import VerdictKind

Told = tuple[VerdictKind, frozenset[str]]

# a robbery, an earthquake and a factory, in fourteen languages
THREE: Mapping[str, tuple[str, str, str]] = {
    "en": (
        "The police arrested three men after the robbery of a bank in the centre of the city.",
        "A strong earthquake destroyed hundreds of houses in the mountains on Sunday night.",
        "The company wants to build a new factory and hire workers next year.",
    ),
    "es": (
        "La policía detuvo a tres hombres tras el robo de un banco en el centro de la ciudad.",
        "Un fuerte terremoto destruyó cientos de casas en las montañas el domingo por la noche.",
        "La empresa quiere construir una nueva fábrica y contratar trabajadores el próximo año.",
    ),
    "fr": (
        "La police a arrêté trois hommes après le braquage d'une banque au centre de la ville.",
        "Un fort séisme a détruit des centaines de maisons dans les montagnes dimanche soir.",
        "L'entreprise veut construire une nouvelle usine et embaucher des ouvriers l'année prochaine.",
    ),
    "de": (
        "Die Polizei nahm drei Männer nach dem Überfall auf eine Bank im Zentrum der Stadt fest.",
        "Ein starkes Erdbeben zerstörte in der Nacht zum Sonntag Hunderte Häuser in den Bergen.",
        "Das Unternehmen will im nächsten Jahr eine neue Fabrik bauen und Arbeiter einstellen.",
    ),
    "it": (
        "La polizia ha arrestato tre uomini dopo la rapina a una banca nel centro della città.",
        "Un forte terremoto ha distrutto centinaia di case in montagna domenica notte.",
        "L'azienda vuole costruire una nuova fabbrica e assumere operai l'anno prossimo.",
    ),
    "pt": (
        "A polícia prendeu três homens após o assalto a um banco no centro da cidade.",
        "Um forte terremoto destruiu centenas de casas nas montanhas no domingo à noite.",
        "A empresa quer construir uma nova fábrica e contratar trabalhadores no próximo ano.",
    ),
    "nl": (
        "De politie heeft drie mannen aangehouden na de overval op een bank in het centrum van de stad.",
        "Een zware aardbeving verwoestte zondagnacht honderden huizen in de bergen.",
        "Het bedrijf wil volgend jaar een nieuwe fabriek bouwen en arbeiders aannemen.",
    ),
    "ru": (
        "Полиция задержала троих мужчин после ограбления банка в центре города.",
        "Сильное землетрясение разрушило сотни домов в горах в ночь на воскресенье.",
        "Компания хочет построить новый завод и нанять рабочих в следующем году.",
    ),
    "pl": (
        "Policja zatrzymała trzech mężczyzn po napadzie na bank w centrum miasta.",
        "Silne trzęsienie ziemi zniszczyło setki domów w górach w niedzielę w nocy.",
        "Firma chce zbudować nową fabrykę i zatrudnić pracowników w przyszłym roku.",
    ),
    "tr": (
        "Polis, şehir merkezindeki bir bankanın soyulmasının ardından üç erkeği gözaltına aldı.",
        "Pazar gecesi dağlarda meydana gelen güçlü deprem yüzlerce evi yıktı.",
        "Şirket gelecek yıl yeni bir fabrika kurmak ve işçi almak istiyor.",
    ),
    "ar": (
        "اعتقلت الشرطة ثلاثة رجال بعد سرقة بنك في وسط المدينة.",
        "دمر زلزال قوي مئات المنازل في الجبال ليلة الأحد.",
        "تريد الشركة بناء مصنع جديد وتوظيف عمال في العام المقبل.",
    ),
    "zh": (
        "市中心一家银行遭抢劫后，警方逮捕了三名男子。",
        "周日夜间，一场强烈地震摧毁了山区数百座房屋。",
        "该公司计划明年建造一座新工厂并招聘工人。",
    ),
    "ja": (
        "市中心の銀行で強盗があり、警察は男3人を逮捕した。",
        "日曜日の夜、強い地震で山間部の数百の住宅が倒壊した。",
        "同社は来年、新しい工場を建設し、従業員を採用する計画だ。",
    ),
    "hi": (
        "शहर के केंद्र में एक बैंक की लूट के बाद पुलिस ने तीन लोगों को गिरफ्तार किया।",
        "रविवार रात पहाड़ों में आए तेज भूकंप ने सैकड़ों घर तबाह कर दिए।",
        "कंपनी अगले साल एक नया कारखाना बनाना और श्रमिकों को नियुक्त करना चाहती है।",
    ),
}


def said(texts: Mapping[str, tuple[str, str]], published: str = "") -> set[Told]:
    """Return what is said across sources, given by id with language and text: kinds with the words of both figures, years left out."""
    sources = [claimcheck.Source(id=name, text=text, lang=lang, published=published) for name, (lang, text) in texts.items()]
    report = claimcheck.check(sources)
    found = ((one.kind, report.claims[one.a], report.claims[one.b]) for one in report.verdicts)
    return {(kind, frozenset((a.text, b.text))) for kind, a, b in found if a.document != b.document and a.quantity.kind != "date"}


def other_languages(languages: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield each two languages, in both orders, and each with itself."""
    yield from permutations(languages, 2)
    yield from ((lang, lang) for lang in languages)
