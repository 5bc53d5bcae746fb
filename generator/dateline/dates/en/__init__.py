"""English: the words, the ordered rules and the ordered refiners."""

import re
from importlib.resources import files

from dateline.dates.en import (
    calendar_dates,
    clock_times,
    durations,
    evidence,
    joining,
    recurring,
    relative_dates,
)
from dateline.dates.en.listing import follow_ups, items, sequences
from dateline.dates.en.nights import nights
from dateline.dates.en.not_dates import not_dates
from dateline.dates.en.reported import reported
from dateline.dates.en.tense import needs_tense, tenses
from dateline.dates.lexicon import read_lexicon
from dateline.dates.rules import Grammar

__all__ = ["FUTURE", "GRAMMAR", "LEXICON", "REFINERS", "needs_tense", "not_dates"]

LEXICON = read_lexicon(files(__name__).joinpath("lexicon.tsv").read_text(encoding="utf-8"))

FUTURE = re.compile(r"\b(?:will|won['’]t)\b")

GRAMMAR = Grammar(
    (
        *clock_times.RULES,
        *recurring.RULES,
        *calendar_dates.RULES,
        *relative_dates.RULES,
        *durations.RULES,
        *calendar_dates.SHORT_RULES,
    )
)

REFINERS: tuple[joining.Refiner, ...] = (
    joining.day_order,
    joining.wholes,
    joining.attributes,
    joining.edges,
    joining.approximations,
    joining.shared_years,
    evidence.ranges_and_bounds,
    evidence.clock_days,
    evidence.events,
    items,
    reported,
    nights,
    tenses,
    sequences,
    follow_ups,
)
