"""Symbols that mean the same in every language: SI units, currency signs, ISO 4217 codes, CLDR's ids of units.

A symbol holds only as written ("MW" is no "mW"), except those that people write in any case (`LENIENT`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _table(rows: str) -> dict[str, str]:
    """Return word to name for lines "name = word word | other name = word"."""
    table = {}
    for row in rows.replace("|", "\n").strip().splitlines():
        name, _, words = row.partition("=")
        for word in words.split():
            table[word.replace("_", " ")] = name.strip()
    return table


UNIT_SYMBOLS: Final[Mapping[str, str]] = _table("""
terawatt = TW | gigawatt = GW GWp | megawatt = MW MWp ㎿ | kilowatt = kW kWp ㎾ | watt = W | milliwatt = mW | horsepower = hp bhp
petawatt_hour = PWh | terawatt_hour = TWh | gigawatt_hour = GWh | megawatt_hour = MWh | kilowatt_hour = kWh | watt_hour = Wh
exajoule = EJ | petajoule = PJ | terajoule = TJ | gigajoule = GJ | megajoule = MJ | kilojoule = kJ | joule = J
kilocalorie = kcal ㎉ | british_thermal_unit = BTU Btu | electron_volt = eV | kiloelectron_volt = keV | megaelectron_volt = MeV
gigaelectron_volt = GeV | teraelectron_volt = TeV
kilometer = km ㎞ | meter = m | decimeter = dm | centimeter = cm ㎝ | millimeter = mm ㎜ | micrometer = µm μm | nanometer = nm ㎚
foot = ft | yard = yd | mile = mi
kilometer ** 2 = km² km2 km^2 ㎢ | meter ** 2 = m² m2 m^2 ㎡ | centimeter ** 2 = cm² cm2 ㎠ | millimeter ** 2 = mm² mm2 | hectare = ha ㏊
foot ** 2 = ft² ft2
kilometer ** 3 = km³ km3 | hectometer ** 3 = hm³ hm3 | meter ** 3 = m³ m3 m^3 ㎥ | centimeter ** 3 = cm³ cm3 ㎤ ㏄ | foot ** 3 = ft³ ft3
liter = l L ℓ | deciliter = dl dL ㎗ | centiliter = cl cL | milliliter = ml mL ㎖ | hectoliter = hl hL | microliter = µl µL
kilogram = kg ㎏ | gram = g | milligram = mg ㎎ | microgram = µg μg | metric_ton = t | megametric_ton = Mt | gigametric_ton = Gt
kilometric_ton = kt | pound = lb lbs | ounce = oz
kilometer / hour = km/h kmh km/t kph | meter / second = m/s | meter / second ** 2 = m/s² m/s2 m/s^2 | mile / hour = mph mi/h | kilometer / second = km/s
degree_Celsius = °C ºC ℃ °_C celsius °celsius °_celsius | degree_Fahrenheit = °F ºF ℉ °_F fahrenheit °fahrenheit °_fahrenheit | hertz = Hz | kilohertz = kHz | megahertz = MHz ㎒ | gigahertz = GHz ㎓ | terahertz = THz
pascal = Pa | hectopascal = hPa ㍱ | kilopascal = kPa | megapascal = MPa | gigapascal = GPa | bar = bar | millibar = mbar
pound_force_per_square_inch = psi | millimeter_Hg = mmHg
byte = B | kilobyte = kB KB | megabyte = MB ㎆ | gigabyte = GB ㎇ | terabyte = TB | petabyte = PB | exabyte = EB | zettabyte = ZB
kibibyte = KiB | mebibyte = MiB | gibibyte = GiB | tebibyte = TiB | bit = bit | kilobit = kbit kb | megabit = Mbit Mb | gigabit = Gbit Gb
terabit = Tbit Tb | kilobit / second = kbit/s kbps kb/s | megabit / second = Mbit/s Mbps Mb/s | gigabit / second = Gbit/s Gbps Gb/s
terabit / second = Tbit/s Tbps Tb/s | megabyte / second = MB/s | gigabyte / second = GB/s
hour = h | minute = min | second = s | millisecond = ms | microsecond = µs μs | nanosecond = ns
volt = V | kilovolt = kV | millivolt = mV | ampere = A | milliampere = mA | kiloampere = kA | ampere_hour = Ah | milliampere_hour = mAh
volt_ampere = VA | kilovolt_ampere = kVA | megavolt_ampere = MVA | newton = N | kilonewton = kN | meganewton = MN | newton * meter = Nm N·m
ohm = Ω | sievert = Sv | millisievert = mSv | microsievert = µSv μSv | gray = Gy | milligray = mGy | becquerel = Bq | kilobecquerel = kBq
megabecquerel = MBq | gigabecquerel = GBq | terabecquerel = TBq | lumen = lm | candela = cd | lux = lx | mole = mol | ppm = ppm
millifarad = mF | microfarad = µF μF | nanofarad = nF | picofarad = pF | millitesla = mT | microtesla = µT μT | nanotesla = nT
millihenry = mH | microhenry = µH μH | femtobarn = fb | megayear = Ma Myr | gigayear = Ga Gyr | millimole = mmol | nanogram = ng
revolutions_per_minute = rpm | kelvin = K | percent = % ％ ٪ ﹪ | permille = ‰ | degree = °
""")

# one and two strokes behind a number, likeliest first; data files may rank them otherwise
PRIMES: Final[Mapping[str, tuple[str, ...]]] = {"′": ("foot", "minute", "arcminute"), "″": ("inch", "second", "arcsecond")}

# names of coins, which hold in any language right behind an amount of the main currency and its number: "2 baht 23 satang"
COINS: Final[Mapping[str, str]] = {
    coin: row.partition("=")[0].strip()
    for row in """
USD = c c. ct ct. cent cents cents. centen sent senti sentti sents santim centu centų centi cenți cenți. centa centów centy centů цент цента центов центів центами ц ц. ¢ σεντ ცენტი cèntim cèntims
EUR = centime centimes centiem centesimo centesimi céntimo céntimos cêntimo cêntimos centimo centimos eurocent eurocents eurocentů
MXN = centavo centavos
CHF = rappen rappens rap rap. rp rp.
NOK = øre ører
SEK = öre ören
CZK = haléř haléře haléřů haleru haler halers halier halierov heller hellers
HUF = fillér filler fillers
PLN = grosz grosze groszy groszami
RON = bani ban
BGN = стотинка стотинки ст ст.
HRK = lipa lipe
RSD = para pare пара паре
TRY = kuruş kurus kuruşluk
GBP = p p. pence penny pennies pennys pens pensa пени пенс пенса пенсов пенсами penniä pingin
INR = paise paisa paisas पैसे पैसा
THB = satang satangs สตางค์
MYR = sen
CNY = fen 分 分钱
CNY:0.1 = jiao mao 角 毛 毫
ILS = agora agorot agoras
RUB = kopek kopeks kopeck kopecks копейка копейки копеек коп коп. коп
UAH = kopiyka kopiykas kopiyok копійка копійки копійок
ISK = eyrir aurar
GEL = tetri თეთრი
EGP = piastre piastres piaster piasters
KRW = 전
""".strip().splitlines()
    for coin in row.partition("=")[2].split()
}

LENIENT: Final = frozenset(
    _table("""
any = km kg cm mm TW GW MW kW TWh GWh MWh kWh km/h kmh mph km² km2 m² m2 °C °F ºC kHz MHz GHz GB MB KB TB PB Mbps Gbps Mbit/s
any = celsius °celsius °_celsius °_C °_F fahrenheit °fahrenheit °_fahrenheit
any = Gbit/s kcal kJ ml rpm ppm lb lbs oz ft yd psi min mAh hp mg m³ m3 cm²
""")
)

SIGNS: Final[Mapping[str, str]] = _table("""
USD = $ US$ U$S U$D US-$ $US ＄ USD$ US_$ | EUR = € | GBP = £ ￡ UK£ | JPY = ¥ ￥ JP¥ | INR = ₹ Rs Rs. | RUB = ₽ | TRY = ₺ | KRW = ₩ ￦ | ILS = ₪ | VND = ₫
THB = ฿ | UAH = ₴ | NGN = ₦ | PHP = ₱ | CRC = ₡ | PYG = ₲ | KZT = ₸ | MNT = ₮ | LAK = ₭ | GEL = ₾ | AZN = ₼ | GHS = ₵ GH₵ | KHR = ៛
PLN = zł | CZK = Kč | AUD = A$ AU$ AUD$ | CAD = C$ CA$ CAD$ $CAD | NZD = NZ$ NZD$ | HKD = HK$ HKD$ HK_$ | SGD = S$ SGD$ | TWD = NT$ | BRL = R$ | MXN = MX$ Mex$ MXN$
CNY = CN¥ RMB 元 | JPY = 円 | MYR = RM | IDR = Rp | JMD = J$ | TTD = TT$ | ARS = AR$ | CLP = CLP$ | COP = COL$ | BDT = ৳ | ISK = Ikr
""")

LEGACY: Final = ("DEM", "FRF", "ITL", "ESP", "NLG", "BEF", "ATS", "FIM", "GRD", "PTE", "IEP", "HRK", "LTL", "LVL", "EEK", "SIT", "SKK")

CLDR_UNITS: Final[Mapping[str, str]] = _table("""
degree = angle-degree | arcminute = angle-arc-minute | arcsecond = angle-arc-second | radian = angle-radian | turn = angle-revolution
kilometer ** 2 = area-square-kilometer | hectare = area-hectare | meter ** 2 = area-square-meter | centimeter ** 2 = area-square-centimeter
mile ** 2 = area-square-mile | acre = area-acre | yard ** 2 = area-square-yard | foot ** 2 = area-square-foot | inch ** 2 = area-square-inch
dunam = area-dunam | percent = concentr-percent | permille = concentr-permille | basis_point = concentr-permyriad | ppm = concentr-permillion
mole = concentr-mole | petabyte = digital-petabyte | terabyte = digital-terabyte | terabit = digital-terabit | gigabyte = digital-gigabyte
gigabit = digital-gigabit | megabyte = digital-megabyte | megabit = digital-megabit | kilobyte = digital-kilobyte | kilobit = digital-kilobit
byte = digital-byte | bit = digital-bit | century = duration-century | decade = duration-decade | year = duration-year
quarter = duration-quarter | month = duration-month | week = duration-week | day = duration-day | hour = duration-hour
minute = duration-minute | second = duration-second | millisecond = duration-millisecond | microsecond = duration-microsecond
nanosecond = duration-nanosecond | ampere = electric-ampere | milliampere = electric-milliampere | ohm = electric-ohm | volt = electric-volt
kilocalorie = energy-kilocalorie | calorie = energy-calorie | kilojoule = energy-kilojoule | joule = energy-joule
kilowatt_hour = energy-kilowatt-hour | electron_volt = energy-electronvolt | british_thermal_unit = energy-british-thermal-unit
pound_force = force-pound-force | newton = force-newton | gigahertz = frequency-gigahertz | megahertz = frequency-megahertz
kilohertz = frequency-kilohertz | hertz = frequency-hertz | kilometer = length-kilometer | meter = length-meter | decimeter = length-decimeter
centimeter = length-centimeter | millimeter = length-millimeter | micrometer = length-micrometer | nanometer = length-nanometer
picometer = length-picometer | mile = length-mile | yard = length-yard | foot = length-foot | inch = length-inch | parsec = length-parsec
light_year = length-light-year | astronomical_unit = length-astronomical-unit | nautical_mile = length-nautical-mile
furlong = length-furlong | fathom = length-fathom | lux = light-lux | lumen = light-lumen | candela = light-candela
metric_ton = mass-tonne | kilogram = mass-kilogram | gram = mass-gram | milligram = mass-milligram | microgram = mass-microgram
ton = mass-ton | stone = mass-stone | pound = mass-pound | ounce = mass-ounce | troy_ounce = mass-ounce-troy | carat = mass-carat
gigawatt = power-gigawatt | megawatt = power-megawatt | kilowatt = power-kilowatt | watt = power-watt | milliwatt = power-milliwatt
horsepower = power-horsepower | millimeter_Hg = pressure-millimeter-ofhg | pound_force_per_square_inch = pressure-pound-force-per-square-inch
inch_Hg = pressure-inch-ofhg | bar = pressure-bar | millibar = pressure-millibar | atmosphere = pressure-atmosphere | pascal = pressure-pascal
hectopascal = pressure-hectopascal | kilopascal = pressure-kilopascal | megapascal = pressure-megapascal
kilometer / hour = speed-kilometer-per-hour | meter / second = speed-meter-per-second | mile / hour = speed-mile-per-hour | knot = speed-knot
speed_of_light = speed-light-speed | degree_Celsius = temperature-celsius | degree_Fahrenheit = temperature-fahrenheit
kelvin = temperature-kelvin | newton * meter = torque-newton-meter | kilometer ** 3 = volume-cubic-kilometer | meter ** 3 = volume-cubic-meter
centimeter ** 3 = volume-cubic-centimeter | mile ** 3 = volume-cubic-mile | yard ** 3 = volume-cubic-yard | foot ** 3 = volume-cubic-foot
inch ** 3 = volume-cubic-inch | hectoliter = volume-hectoliter | liter = volume-liter
deciliter = volume-deciliter | centiliter = volume-centiliter | milliliter = volume-milliliter | acre_foot = volume-acre-foot
bushel = volume-bushel | gallon = volume-gallon | imperial_gallon = volume-gallon-imperial | quart = volume-quart | pint = volume-pint
cup = volume-cup | fluid_ounce = volume-fluid-ounce | tablespoon = volume-tablespoon | teaspoon = volume-teaspoon
oil_barrel = volume-barrel | megaliter = volume-megaliter
""")
