"""Which rules need to be tried where a token stands."""

import pytest

from dateline.dates.first_kinds import first_kinds
from dateline.dates.kinds import KINDS
from dateline.dates.rules import compile_pattern


@pytest.mark.parametrize(
    ("pattern", "kinds"),
    [
        ("MONTH DAY", "MONTH"),
        ("THE? ORDINAL OF", "THE ORDINAL"),
        ("(?P<left> [DAY TWO] | A (?:FEW)) UNIT", "DAY TWO A"),
        ("(?<=ON) (?!LAST) THE{0,2}+ (?:EARLY | LATE)*+ WEEKDAY", "THE EARLY LATE WEEKDAY"),
        ("(?: LESS THAN | (?=UNIT) ) UNIT+", "LESS UNIT"),
    ],
)
def test_the_first_kinds_of_a_pattern_are_those_that_its_matches_begin_with(pattern: str, kinds: str) -> None:
    compiled = compile_pattern(pattern, {"FEW": "SOME"})
    assert first_kinds(compiled.pattern) == {KINDS[name] for name in kinds.split()}


@pytest.mark.parametrize("pattern", ["THE?", "(?=MONTH)", "[^DAY] MONTH", "DAY .", "MONTH | THE*"])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        first_kinds(compile_pattern(pattern, {}).pattern)
