"""Which happening a reference means."""

from dataclasses import replace

import pytest

from dateline.merging.events import merge
from dateline.merging.references import ALIKE, NAMED, SAME, deed_likeness, is_when, said_of, sense_of


@pytest.fixture
def refer(mention):
    """Makes a reference to what somebody did: its words, the word of the deed first."""

    def make(who, verb, *words, **more):
        return replace(mention(who, verb, "it", title="", text=" ".join(words), **more), words=words)

    return make


@pytest.fixture
def others(mention, reading):
    """Readings of other news, so that names and words are rare or common as in an archive."""
    return [reading(mention(f"X{n}", "sign", f"Y{n}", tag="agreement", article=f"z{n}")) for n in range(8)]


def sources(*readings):
    """The articles that tell each event, by its title."""
    found = merge(sorted(readings, key=lambda each: each.article.id)).events
    return {event.title: {source.article for source in event.sources} for event in found}


@pytest.fixture
def launch(mention):
    """A ferry is launched: the telling that others refer to."""
    told = mention("Tom Lee", "launch", "ferry Aurora", date="2008-03-10", dated="on Monday", tag="business")
    return replace(told, words=("tom", "lee", "launch", "ferry", "aurora"))


def test_a_noun_means_what_its_verb_tells(launch, refer, reading, others):
    """What "the launch of the ferry" means is told by "Tom Lee launches ferry Aurora"."""
    later = reading(refer("Tom Lee", "launch", "launch", "ferry", article="b"), references=True)
    assert sources(reading(launch), later, *others)["Tom Lee launch ferry Aurora"] == {"a", "b"}


def test_another_deed_is_not_meant(launch, refer, reading, others):
    """A repair of the ferry is no launch, whoever did it."""
    later = reading(refer("Tom Lee", "repair", "repair", "ferry", article="b"), references=True)
    assert sources(reading(launch), later, *others)["Tom Lee launch ferry Aurora"] == {"a"}


def test_what_is_to_come_is_not_meant(launch, refer, reading, others):
    """What came out before it happened cannot refer to it."""
    before = reading(
        refer("Tom Lee", "launch", "launch", "ferry", article="b"), references=True, published="2007-05-01"
    )
    assert sources(reading(launch), before, *others)["Tom Lee launch ferry Aurora"] == {"a"}


def test_of_two_that_fit_none_is_meant(launch, refer, reading, others):
    """What may mean one launch as well as another is left out."""
    again = replace(launch, article="c", date="2009-03-10", passage=replace(launch.passage, text="Again."))
    later = reading(refer("Tom Lee", "launch", "launch", "ferry", article="b"), references=True)
    found = merge([reading(launch), later, reading(again), *others]).events
    assert [{s.article for s in e.sources} for e in found if "launch" in e.title] == [{"a"}, {"c"}]


def test_words_that_say_when_decide(launch, refer, reading, others):
    """Of two launches the one is meant that lies where the reference puts it."""
    again = replace(launch, article="c", date="2009-03-10", passage=replace(launch.passage, text="Again."))
    later = reading(
        refer("Tom Lee", "launch", "launch", "ferry", article="b", date="2009~", dated="a year"),
        references=True,
    )
    found = merge([reading(launch), later, reading(again), *others]).events
    assert [{s.article for s in e.sources} for e in found if "launch" in e.title] == [{"a"}, {"b", "c"}]


def test_explain_says_what_is_meant(launch, refer, reading, others):
    """A person can read why a reference became a source."""
    later = reading(refer("Tom Lee", "launch", "launch", "ferry", article="b"), references=True)
    found = merge([reading(launch), later, *others])
    event = next(event for event in found.events if len({s.article for s in event.sources}) == 2)
    assert "refers to it: the same deed, 100 % of its other words are told there, both name Tom Lee" in (
        found.explain(event)
    )


def test_deeds_are_alike_by_verb_by_word_or_by_kind(mention, refer):
    """The same verb, the noun among the words, another verb for it, the same tag, or nothing."""
    told = replace(mention("Ana", "go", "leave", tag="office"), words=("ana", "go", "leave"), deeds=("quit",))
    said = said_of([told])
    assert deed_likeness(refer("Ana", "go", "going"), [told], said) == SAME
    assert deed_likeness(refer("Ana", "leave", "leave"), [told], said) == NAMED
    assert deed_likeness(replace(refer("Ana", "step", "step"), deeds=("quit",)), [told], said) == NAMED
    assert deed_likeness(refer("Ana", "retire", "retirement", tag="office"), [told], said) == ALIKE
    assert deed_likeness(refer("Ana", "win", "victory"), [told], said) == 0


def test_the_sense_is_what_stands_beside_the_deed(refer):
    """The words of a reference and the names in it, cut to stems, without the deed."""
    assert sense_of(refer("Ana Ruiz", "launch", "launch", "ferry")) == {"ferry", "ana", "ruiz"}


@pytest.mark.parametrize(
    ("reference", "told", "fits"),
    [
        ("2008-03-10", "2008-03-10", True),
        ("2008-03", "2008-03-10", True),
        ("2008-03-10~", "2008-03-11", True),
        ("2008-03-10~", "2008-03-14", False),
        ("2008~", "2009-01-20", True),
        ("2008~", "2010-01-20", False),
        ("2008-01/..", "2008-01-17", True),
    ],
)
def test_counted_times_are_not_exact(reference, told, fits):
    """A time that is only counted may be off by a day, or by some weeks where years are counted."""
    assert is_when(reference, told) is fits


def test_what_is_told_of_a_month_is_told_of_the_day_in_it_that_it_means(mention, reading, others):
    """A telling of a month joins the one telling of a day in it of the same deed that repeats its words."""
    day = mention(
        "Norvia", "lend", "Kesten", date="2008-12-19", dated="on Friday", title="Norvia lends Kesten 13.4bn"
    )
    month = mention(
        "Ana Ruiz",
        "lend",
        "firm",
        date="2008-12",
        dated="in December",
        title="It lends 13.4bn",
        article="b",
    )
    told = sources(reading(day), reading(replace(month, participants=())), *others)
    assert told["Norvia lends Kesten 13.4bn"] == {"a", "b"}


def test_a_month_means_no_day_that_repeats_nothing_of_it(mention, reading, others):
    """The same deed in the month is not enough."""
    day = mention(
        "Norvia", "lend", "Kesten", date="2008-12-19", dated="on Friday", title="Norvia lends Kesten 13.4bn"
    )
    month = mention(
        "Ana Ruiz", "lend", "firm", date="2008-12", dated="in December", title="It lends boats", article="b"
    )
    told = sources(reading(day), reading(replace(month, participants=())), *others)
    assert told["Norvia lends Kesten 13.4bn"] == {"a"}
