"""Speed on news text of about 3.3 figures a kB: claimcheck by stage and whole, and its peers in the same run.

Every number is processor time of one core, so that other work on the machine does not count. Each peer is compared on
the languages that it reads: its MB/s against claimcheck's on articles of those languages.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import newstext
import peers

PROJECT = Path(__file__).resolve().parents[1]
PEER_PYTHON = PROJECT / "build" / "peers" / "bin" / "python"
STAGES = ("read", "segment", "scan", "normalise", "bind")
MEASURED = {"scan + normalise": ("scan", "normalise"), "extract": STAGES}
GOALS = {"scan + normalise": 30.0, "extract": 10.0}
Articles = list[tuple[str, str]]


@dataclass(slots=True)
class Spent:
    """Bytes, figures and processor seconds of one reader, by language; the seconds also by stage."""

    size: Counter[str] = field(default_factory=Counter)
    figures: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, Counter[str]] = field(default_factory=dict)

    def used(self, stages: Iterable[str] = (), langs: Iterable[str] = ()) -> float:
        """Return processor seconds of `stages` over articles of `langs`; of all where none are named."""
        return sum(self.seconds[stage][lang] for stage in stages or self.seconds for lang in langs or self.size)

    def rate(self, stages: Iterable[str] = (), langs: Iterable[str] = ()) -> float:
        """Return megabytes a second."""
        langs = tuple(langs or self.size)
        return sum(self.size[lang] for lang in langs) / 1e6 / max(self.used(stages, langs), 1e-9)


def claimcheck_speed(articles: Articles) -> Spent:
    """Return what each stage takes for each article, its language loaded; all five are what `claimcheck.extract` does."""
    import claimcheck  # noqa: PLC0415 - cold starts are measured before anything is imported
    from claimcheck.bind import bind  # noqa: PLC0415
    from claimcheck.model.source import Source  # noqa: PLC0415
    from claimcheck.normalise import normalise  # noqa: PLC0415
    from claimcheck.pipeline import Settings, vocabulary  # noqa: PLC0415
    from claimcheck.read.text import document_of  # noqa: PLC0415
    from claimcheck.scan import scan  # noqa: PLC0415
    from claimcheck.segment import segment  # noqa: PLC0415

    words = vocabulary(Settings())
    for lang in {lang for lang, _ in articles}:
        claimcheck.extract("12 km, 3 %", lang=lang)
    spent = Spent(seconds={stage: Counter() for stage in STAGES})
    clock = time.process_time
    for number, (lang, text) in enumerate(articles):
        marks = [clock()]
        document = document_of(Source(text=text, id=str(number), lang=lang))
        marks.append(clock())
        sentences = segment(document)
        marks.append(clock())
        mentions = scan(document, sentences)
        marks.append(clock())
        quantities = normalise(document, sentences, mentions)
        marks.append(clock())
        spent.figures[lang] += len(bind(document, sentences, mentions, quantities, words))
        marks.append(clock())
        spent.size[lang] += len(text.encode())
        for stage, before, after in zip(STAGES, marks, marks[1:], strict=False):
            spent.seconds[stage][lang] += after - before
    return spent


def peer_speed(name: str, articles: Articles, seconds: float) -> Spent | str:
    """Return what a peer takes, or why it could not run."""
    if not PEER_PYTHON.exists():
        return "not installed: make bench-peers"
    command = [str(PEER_PYTHON), str(Path(peers.__file__)), name, str(seconds)]
    done = subprocess.run(command, input=json.dumps(articles), capture_output=True, text=True, check=False)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["no answer"])[-1]
    spent = Spent(seconds={"all": Counter()})
    for lang, row in json.loads(done.stdout).items():
        spent.size[lang], spent.figures[lang], spent.seconds["all"][lang] = row["bytes"], row["figures"], row["seconds"]
    return spent


def measure(megabytes: float, peer_seconds: float) -> bool:
    """Print the tables and return whether every goal is met."""
    articles = newstext.articles(megabytes)
    own = claimcheck_speed(articles)
    figures = own.figures.total()
    print(f"news text, {own.size.total() / 1e6:.2f} MB, {len(articles)} articles in {len(own.size)} languages, {figures} figures,", end=" ")
    print(f"{figures / own.size.total() * 1000:.1f} a kB; processor time of one core")
    for name, stages in (*((stage, (stage,)) for stage in STAGES), *MEASURED.items()):
        print(f"  {name:20} {own.rate(stages):8.3f} MB/s  {own.used(stages) / figures * 1e6:8.1f} us a figure")
    print("peers, on a slice of the same text; ratios to claimcheck in the languages that each reads")
    ratios: dict[str, list[float]] = {name: [] for name in MEASURED}
    for peer in peers.PEERS:
        spent = peer_speed(peer, articles, peer_seconds)
        if isinstance(spent, str):
            print(f"  {peer:20} {spent}")
            continue
        shares = {name: own.rate(stages, spent.size) / spent.rate() for name, stages in MEASURED.items()}
        for name, share in shares.items():
            ratios[name].append(share)
        told = ", ".join(f"{name} {share:.1f} x" for name, share in shares.items())
        size = spent.size.total()
        print(f"  {peer:20} {spent.rate():8.3f} MB/s  {size / 1e3:6.0f} kB in {' '.join(sorted(spent.size))}, ", end="")
        print(f"{spent.figures.total()} figures, {spent.figures.total() / size * 1000:.1f} a kB: {told}")
    for name, goal in GOALS.items():
        print(f"  {name}: {min(ratios[name], default=0.0):.1f} x the fastest peer that reads units; goal {goal:.0f} x")
    return all(ratios[name] and min(ratios[name]) >= goal for name, goal in GOALS.items())


if __name__ == "__main__":
    measure(1.0, 10.0)
