"""What went from one value to another is two figures, and no range."""

import pytest

import claimcheck


@pytest.mark.parametrize(
    ("text", "lang", "figures"),
    [
        ("The fee rose from 12 to 31 pounds.", "en", ["12", "31 pounds"]),
        ("Die Zahl der Toten stieg von 12 auf 31.", "de", ["12", "31"]),
        ("Le taux est passé de 2,8 à 3,1 %.", "fr", ["2,8", "3,1 %"]),
        ("El paro subió del 12,8 al 13,1 %.", "es", ["12,8", "13,1 %"]),
        ("Stopa wzrosła z 2,8 do 3,1 proc.", "pl", ["2,8", "3,1 proc."]),
        ("賃金は2.8%から3.1%に上がった。", "ja", ["2.8%", "3.1%"]),
        ("임금은 2.8%에서 3.1%로 올랐다.", "ko", ["2.8%", "3.1%"]),
    ],
)
def test_an_old_and_a_new_value_are_two_figures(text: str, lang: str, figures: list[str]) -> None:
    assert [claim.text.removesuffix("から").removeprefix("del ") for claim in claimcheck.extract(text, lang=lang)] == figures


@pytest.mark.parametrize(
    ("text", "lang", "figures"),
    [
        ("They sell between 12 and 31 boats.", "en", 1),
        ("Das kostet von 12 bis 31 Euro.", "de", 1),
        ("Las temperaturas van de 12 a 31 grados.", "es", 1),
        ("Il faut compter de 12 à 31 euros, après un montant de 5 euros.", "fr", 2),
        ("12度から31度まで測れる。", "ja", 1),
        ("12도에서 31도까지 잰다.", "ko", 1),
        ("Es stieg auf drei von vier Befragten.", "de", 1),
    ],
)
def test_a_range_stays_one_figure(text: str, lang: str, figures: int) -> None:
    assert len(claimcheck.extract(text, lang=lang)) == figures
