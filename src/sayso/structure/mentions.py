"""Names, noun phrases and pronouns of a report, each with its kind."""

from __future__ import annotations

from sayso.records import Parse, Report, Span

from .extents import extents
from .known_names import everywhere
from .lexicon import Lexicon
from .named import is_common, missed_names, named, with_branch, with_compound, with_first, with_press
from .nominal_phrases import nominal
from .phrases import Phrase
from .pronoun_phrases import is_pronoun, pronoun


def phrases(report: Report, parse: Parse, lexicon: Lexicon) -> list[Phrase]:
    """Mentions in the order of the text, outer before inner; dates and quantities are not among them."""
    extent = extents(parse)
    taken: set[int] = set()
    found: dict[Span, Phrase] = {}
    names = everywhere(parse)
    covered = {i for n in names for i in range(n.first, n.stop)}
    for name in (*names, *missed_names(parse, lexicon, covered)):
        name = with_first(parse, with_compound(parse, with_branch(parse, name, covered), covered), covered)
        name = with_press(parse, lexicon, name, covered)
        if is_common(parse, lexicon, name):
            continue
        taken.update(range(name.first, name.stop))
        phrase = named(report, parse, lexicon, name)
        if phrase:
            taken.update(range(phrase.first, phrase.last + 1))
        _keep(found, phrase)
    for i in range(len(parse.words)):
        if i in taken:
            continue
        if is_pronoun(parse, lexicon, i):
            _keep(found, pronoun(report, parse, lexicon, i))
        else:
            _keep(found, nominal(report, parse, lexicon, i, extent[i]))
    return sorted(found.values(), key=lambda p: (p.mention.span.start, -p.mention.span.end))


def _keep(found: dict[Span, Phrase], phrase: Phrase | None) -> None:
    if phrase:
        found.setdefault(phrase.mention.span, phrase)
