"""Where a figure holds: a place after "in", or a concept such as the province or the hospitals."""

from __future__ import annotations

from claimcheck.bind.joints import joints_of
from claimcheck.bind.layout import BREAKS, Segment
from claimcheck.bind.reach import Reach, reach_of, weight_of
from claimcheck.bind.scene import Scene
from claimcheck.bind.unknown import DOUBTFUL
from claimcheck.bind.words import Hit

APOSTROPHES = frozenset("'’")
LONGEST_ARTICLE = 3
FEW_WORDS = 2
SEMICOLONS = frozenset(";；")


def choose_scope(scene: Scene, number: int) -> str | None:
    """Return the place or scope concept that is bound closest to the figure; durations hold everywhere."""
    kind = scene.quantities[number].kind
    if kind == "duration":
        return None
    places = [hit for hit in scene.names if hit.rank < DOUBTFUL and is_located(scene, hit) and not _is_coordinated(scene, hit)]
    concepts = [hit for hit in scene.hits("scope") if scene.fits(hit, kind)]
    if not places and not concepts:
        return None
    candidates = [hit for hit in (*places, *concepts) if _applies(scene, number, hit, places)]
    best = min(candidates, key=lambda hit: weight_of(scene, number, hit), default=None)
    return best.id if best else None


def scope_of_attribute(scene: Scene, attribute: Hit) -> str | None:
    """Return the country whose attribute it is: "Spanish demand", "Turkey's inflation", "el consumo de España"."""
    for hit in scene.names:
        if hit.role == "entity" and scene.vocabulary.is_place(hit.id) and _is_genitive(scene, hit, attribute):
            return hit.id
    return None


def _is_genitive(scene: Scene, place: Hit, attribute: Hit) -> bool:
    first, second = (place, attribute) if place.start < attribute.start else (attribute, place)
    line, joints = scene.line, joints_of(scene.line.lang)
    between = line.words[line.count_before(first.end) : line.count_before(second.start)]
    if not BREAKS.isdisjoint(line.text[first.end : second.start]) or len(between) > 1:
        return False
    if place.rank:  # an adjective
        return not between
    if first is place:
        return len(between) == 1 and line.text[place.end] in APOSTROPHES and len(between[0]) <= LONGEST_ARTICLE
    return len(between) == 1 and (between in joints.particle or between[0] in joints.genitive)


def is_located(scene: Scene, hit: Hit) -> bool:
    """Return whether the name is that of a place where something happens: "in Paiporta", "Türkiye'de", "日本では"."""
    is_place = hit.role == "entity" and scene.vocabulary.is_place(hit.id)
    if hit.role == "entity" and (not is_place or hit.rank):
        return False
    line = scene.line
    joints = joints_of(line.lang)
    index = line.count_before(hit.start)
    noun = _place_noun(scene, index)
    if noun < index and _leads(scene, noun):
        return True
    preposition = _preposition(scene, index)
    if preposition in joints.locative or (preposition in joints.locative_weak and (is_place or _follows_figure(scene, index))):
        return True
    after = line.count_before(hit.end)
    if after < len(line.words) and line.text[hit.end] in APOSTROPHES:
        return line.words[after] in joints.locative_suffix
    return is_place and any(line.folded.startswith(word, hit.end) for word in joints.locative_after)


def _is_coordinated(scene: Scene, hit: Hit) -> bool:
    """Return whether the place is but the first of several that the figure is of ("in the provinces of Norva and Tarn")."""
    line = scene.line
    after = line.count_before(hit.end)
    if after + 1 >= len(line.words) or line.words[after] not in joints_of(line.lang).conjunctions:
        return False
    return any(other.start == line.starts[after + 1] and other.rank < DOUBTFUL for other in scene.names)


def _place_noun(scene: Scene, index: int) -> int:
    """Return the index of a noun for places before the name at `index` ("the province of Norva"), or `index` itself."""
    words, joints = scene.line.words, joints_of(scene.line.lang)
    first = index
    if first and (words[first - 1] in joints.genitive or (words[first - 1],) in joints.particle) and _is_beside(scene, first):
        first -= 1
    if first and words[first - 1].startswith(joints.place) and _is_beside(scene, first):
        return first - 1
    return index


def _leads(scene: Scene, index: int) -> bool:
    """Return whether the noun for places at `index` says where something happens."""
    joints = joints_of(scene.line.lang)
    preposition = _preposition(scene, index)
    return preposition in joints.locative or preposition in joints.locative_weak


def _preposition(scene: Scene, index: int) -> str:
    """Return the word before the one at `index`, or the one before that where it is but an article."""
    if not index or not _is_beside(scene, index):
        return ""
    words, joints = scene.line.words, joints_of(scene.line.lang)
    before = words[index - 1]
    is_article = len(before) <= LONGEST_ARTICLE and before not in joints.locative and before not in joints.locative_weak
    if index > 1 and is_article and (before in joints.opening or (before,) in joints.particle) and _is_beside(scene, index - 1):
        return words[index - 2]
    return before


def _follows_figure(scene: Scene, index: int) -> bool:
    """Return whether preposition and name stand right behind a figure and its noun ("491 litres at Chiva")."""
    begin = scene.line.starts[max(0, index - 1 - FEW_WORDS)]
    return any(begin <= max(mention.end, mention.counted_to) <= scene.line.starts[index] for mention in scene.mentions)


def _is_beside(scene: Scene, index: int) -> bool:
    line = scene.line
    return line.text[line.ends[index - 1] : line.starts[index]].strip("'’ ") == ""


def _applies(scene: Scene, number: int, hit: Hit, places: list[Hit]) -> bool:
    reach = reach_of(scene, number, hit)
    if reach is Reach.OWN or reach is Reach.HOST:
        return hit.start < scene.layout.figures[number].start or not scene.layout.is_parted(number, hit.start)
    segment: Segment = scene.layout.segments[number]
    if reach is Reach.SHARED:
        return segment.is_elliptic or not (_is_listed(scene, number, places) or _is_parted(scene, number, hit))
    return False


def _is_parted(scene: Scene, number: int, hit: Hit) -> bool:
    """Return whether a semicolon stands between a place and a figure with a clause of its own."""
    return not SEMICOLONS.isdisjoint(scene.line.text[hit.end : scene.layout.figures[number].start])


def _is_listed(scene: Scene, number: int, places: list[Hit]) -> bool:
    """Return whether later figures have places of their own, so that the first place belongs to the first figure."""
    return any(not scene.layout.is_before_all(number, hit.start) for hit in places)
