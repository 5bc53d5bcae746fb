"""Which events are shown as possibly the same."""

import pytest

from dateline.model import Event
from dateline.review import alike


def event(name, date, title, *actors, **fields):
    return Event(name, date, title, actors=actors, **fields)


MEETS = event(
    "meets", "2021-03-01", "Ada Sample meets Ben Placeholder in Kesten", "Ada Sample", places=("Kesten",)
)


@pytest.mark.parametrize(
    "other",
    [
        event("o", "2021-03-01", "Ben Placeholder meets Ada Sample", "Ada Sample"),
        event("o", "2021-03", "Ada Sample meets minister", "Ada Sample"),
        event("o", "2021-03-04", "Ada Sample meets Ben Placeholder for talks", "Ada Sample"),
        event("o", "2021-02-26", "Sample meets Placeholder"),
    ],
    ids=["other words", "less precise", "three days later", "no actors"],
)
def test_alike(other):
    assert [like.event for like in alike(MEETS, [MEETS, other])] == [other]


@pytest.mark.parametrize(
    "other",
    [
        event("o", "2021-03-05", "Ada Sample meets Ben Placeholder", "Ada Sample"),
        event("o", "2021-03-01", "Ada Sample arrives in Kesten", "Ada Sample"),
        event("o", "2021-03-01", "Cara Proxy meets Dan Standin", "Cara Proxy", "Dan Standin"),
        event("o", "2021-03-01", "Ada Sample meets Ben Placeholder", "Ada Sample", status="rejected"),
    ],
    ids=["four days later", "another deed", "other people", "rejected"],
)
def test_not_alike(other):
    assert alike(MEETS, [MEETS, other]) == []


def test_the_likest_comes_first():
    others = [
        event("some", "2021-03-01", "Ada Sample meets reporters", "Ada Sample"),
        event("all", "2021-03-01", "Ada Sample meets Ben Placeholder", "Ada Sample"),
    ]
    talks = event("talks", "2021-03-01", "Ada Sample meets two old friends", "Ada Sample")
    assert [like.event.id for like in alike(talks, others)] == ["all", "some"]


@pytest.mark.parametrize("date", ["../0001", "-0500", "2020/..", "0001-01-01"])
def test_open_and_ancient_dates_are_compared_too(date):
    one, other = event("a", date, "Ferry sinks off Kesten"), event("b", date, "Ferry sinks off Kesten")
    assert [like.event.id for like in alike(one, [one, other])] == ["b"]
