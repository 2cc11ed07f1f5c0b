"""What the cases of rules show of them: in how many a rule fires, and which of its concepts or names no case reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.rule import Rulebook, RuleFile
from claimcheck.rulebook.cases import Outcome

MOST_NAMED = 12


def coverage_rows(files: Sequence[RuleFile], outcomes: Sequence[Outcome], rulebook: Rulebook) -> Iterator[str]:
    """Yield one line a rule file, and one below it for what it defines and no case of its own reads."""
    width = max((len(file.id) for file in files), default=0)
    for file in files:
        own = [outcome for outcome in outcomes if outcome.rule == file.id and outcome.part in ("flag", "ok")]
        flags = sum(1 for outcome in own if outcome.part == "flag")
        langs = sorted({lang for outcome in own for lang, _ in outcome.quotes})
        fires = sum(1 for outcome in own if outcome.fired)
        yield f"{file.id:<{width}}  fires in {fires} of {len(own)} cases ({flags} flag, {len(own) - flags} ok; {' '.join(langs)})\n"
        unread = _unread(file, own, rulebook)
        if unread:
            more = f" and {len(unread) - MOST_NAMED} more" if len(unread) > MOST_NAMED else ""
            yield f"{'':<{width}}  {len(unread)} of {len(file.defines)} read in no case: {', '.join(unread[:MOST_NAMED])}{more}\n"


def _unread(file: RuleFile, own: Sequence[Outcome], rulebook: Rulebook) -> list[str]:
    """Return what the file defines and none of its cases reads, what only adds words to another file's left out."""
    read = {name for outcome in own for name in outcome.fired}
    homes = {name: concept.rule for name, concept in rulebook.concepts.items()}
    homes |= {name: entity.rule for name, entity in rulebook.entities.items()}
    return [name for name in dict.fromkeys(file.defines) if name not in read and homes.get(name) == file.id]
