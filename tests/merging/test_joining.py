"""When two articles tell one event."""

from dataclasses import replace
from itertools import permutations, product

import pytest

from dateline.merging.events import merge
from dateline.merging.rarity import Rarity
from dateline.merging.same_event import Profile, can_be_tied, compare
from dateline.merging.tellings import Telling, names_of


def events(*readings):
    """Dates, titles and articles of what the readings tell."""
    found = merge(sorted(readings, key=lambda each: each.article.id)).events
    return [(e.date, {source.article for source in e.sources}) for e in found]


def test_two_articles_tell_one_meeting(mention, reading):
    """The same people, deed and day make one event with two sources."""
    one = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday")
    other = mention(
        "Ana Ruiz", "receive", "Tom Lee", tag="meeting", date="2015-06-08", dated="8 June", article="b"
    )
    assert events(reading(one), reading(other)) == [("2015-06-08", {"a", "b"})]


def test_a_month_is_told_closer_by_a_day(mention, reading):
    """What one article tells of June and another of 8 June is one event of 8 June."""
    month = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06", dated="in June")
    day = mention(
        "Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="8 June", article="b"
    )
    assert events(reading(month), reading(day)) == [("2015-06-08", {"a", "b"})]


def test_what_a_firm_does_in_a_year_is_not_all_one(mention, reading):
    """Dates wider than a month join what is the same deed, and no other, though all else is alike."""
    won = mention("Halden", "win", "Westrick", tag="agreement", date="2009-33", dated="this quarter")
    sued = mention("Halden", "sue", "Westrick", tag="trial", date="2009", dated="last year", article="b")
    same = mention("Halden", "win", "Westrick", tag="agreement", date="2009", dated="last year", article="b")
    assert len(events(reading(won), reading(sued))) == 2
    assert events(reading(won), reading(same)) == [("2009-33", {"a", "b"})]


def test_look_alikes_of_two_days_stay_apart(mention, reading):
    """The same two people may meet twice."""
    one = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday")
    other = mention(
        "Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-09", dated="9 June", article="b"
    )
    assert events(reading(one), reading(other)) == [("2015-06-08", {"a"}), ("2015-06-09", {"b"})]


def test_look_alikes_of_one_day_stay_apart(mention, reading):
    """On one day other people may do other things."""
    one = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday")
    other = mention(
        "Kesten", "sink", "Aurora", tag="disaster", date="2015-06-08", dated="8 June", article="b"
    )
    assert [told for _, told in events(reading(one), reading(other))] == [{"a"}, {"b"}]


def test_one_article_tells_two_deeds_of_one_day(mention, reading):
    """What it tells of one person on one day in two ways is two happenings, unless the deed is one."""
    went = mention("Ana Ruiz", "fly", "Kesten", tag="visit", date="2015-06-08", dated="on Monday")
    order = mention("Ana Ruiz", "order", "Tom Lee", tag="demand", date="2015-06-08", dated="8 June", at=90)
    again = mention("Ana Ruiz", "visit", "Orla", tag="visit", date="2015-06-08", dated="that day", at=180)
    assert len(events(reading(went, order))) == 2
    assert len(events(reading(went, again))) == 1


def test_a_plan_that_came_true_is_the_deed(mention, reading):
    """What was planned for a day and the same deed on that day are one event, which happened."""
    plan = mention(
        "Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday", kind="planned"
    )
    deed = mention(
        "Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="8 June", article="b"
    )
    (event,) = merge([reading(plan), reading(deed)]).events
    assert event.kind == "happened"
    assert len(event.sources) == 2


@pytest.mark.parametrize(
    ("verb", "whom", "date"),
    [("meet", "Tom Lee", "2015-06-09"), ("sue", "Tom Lee", "2015-06-08"), ("meet", "Tom Lee", "2015-06")],
)
def test_a_plan_and_another_deed_stay_apart(mention, reading, verb, whom, date):
    """Nothing shows that a plan came true where another day, or another deed, is told."""
    plan = mention(
        "Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday", kind="planned"
    )
    deed = mention("Ana Ruiz", verb, whom, tag="meeting", date=date, dated="8 June", article="b")
    assert len(events(reading(plan), reading(deed))) == 2


def test_what_does_not_say_when_joins_who_says(mention, reading, phrase):
    """A later article that refers to a deed without its date is a source of the event that another dates."""
    dated = mention("Ana Ruiz", "kill", "Tom Lee", tag="killing", date="2015-06-08", dated="on Monday")
    referred = mention("Ana Ruiz", "kill", "Tom Lee", tag="killing", article="b", at=900)
    other = [mention(f"X{n}", "sign", f"Y{n}", tag="agreement", article=f"c{n}") for n in range(6)]
    later = reading(referred, published="2016-01-01", phrases=[phrase(100, "2015")])
    readings = [reading(dated), later, *(reading(each) for each in other)]
    assert ("2015-06-08", {"a", "b"}) in events(*readings)
    found = merge(sorted(readings, key=lambda each: each.article.id))
    event = next(e for e in found.events if e.date == "2015-06-08")
    assert "it does not say when; the others do" in found.explain(event)


def test_the_order_of_articles_does_not_matter(mention, reading):
    """The same readings give the same events in any order."""
    readings = [
        reading(mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date=date, dated="then", article=name))
        for name, date in (("a", "2015-06-08"), ("b", "2015-06"), ("c", "2015"), ("d", "2014"))
    ]
    assert events(*readings) == events(*readings[::-1])


def test_one_report_in_two_outlets_is_one_event(mention, reading):
    """The same words printed by two outlets on one day tell one event, even where they name nobody."""
    told = {"tag": "disaster", "patient_kind": None, "title": "Storm floods harbour"}
    one, other = (mention("storm", "flood", "harbour", article=name, **told) for name in "ab")
    nameless = [replace(m, participants=()) for m in (one, other)]
    assert events(*(reading(each) for each in nameless)) == [("2015-06-10~", {"a", "b"})]


def test_what_shares_nothing_is_not_weighed(mention):
    """Only what can be no one event is left unweighed, and that is most of what does not say its day."""
    rarity = Rarity()
    dates = (None, "2015-06", "2015-06-08", "2015-06-08~", "2015-06-09~")
    people, titles = ("Ana Ruiz", "Tom Lee"), ("Storm floods harbour", "Mayor resigns")
    profiles = []
    for agent, patient, title, date in product(people, ("Aurora", "Kesten"), titles, dates):
        told = mention(agent, title.split()[1], patient, title=title, tag="disaster", date=date)
        profiles.append(Profile(Telling([told], date, names=names_of(told)), rarity))
    pairs = list(permutations(profiles, 2))
    alike = [likeness for one, other in pairs if (likeness := compare(one, other)) and likeness.is_one_event]
    tied = [compare(one, other) for one, other in pairs if can_be_tied(one, other)]
    assert alike
    assert [likeness for likeness in tied if likeness and likeness.is_one_event] == alike
    assert len(tied) < len(pairs)


def test_what_one_day_alone_ties_needs_one_story(mention, reading):
    """Two deeds of a kind on one day, of nobody named, are one event only in articles of one story."""
    deed = mention("the fire", "destroy", "a mill", tag="disaster", date="2015-06-08", dated="on Monday")
    other = mention(
        "a blaze", "destroy", "a mill", tag="disaster", date="2015-06-08", dated="on Monday", article="b"
    )
    one, two = (replace(each, participants=()) for each in (deed, other))
    ruiz, lee = (
        mention(who, "visit", "Orla", tag="visit", at=200, article=article)
        for who, article in (("Ana Ruiz", "a"), ("Tom Lee", "b"))
    )
    same = replace(ruiz, article="b")
    assert ("2015-06-08", {"a", "b"}) in events(reading(one, ruiz), reading(two, same))
    apart = replace(lee, participants=lee.participants[:1])
    assert ("2015-06-08", {"a", "b"}) not in events(reading(one, ruiz), reading(two, apart))


def test_a_crowded_day_says_less(mention):
    """That two tellings name one day says the less, the more articles tell of the day."""
    told = [
        Telling([mention("Ana Ruiz", "meet", "Tom Lee", date="2015-06-08", article=name)], "2015-06-08")
        for name in "ab"
    ]

    def said(crowd):
        rarity = Rarity()
        for number in range(200):
            rarity.add({}, set(), {"2015-06-08" if number < crowd else f"19{number:03}"})
        found = compare(*(Profile(telling, rarity) for telling in told))
        return found.one_day

    assert said(2) > said(20) > said(150) + 0.5


def test_what_is_said_on_a_day_is_not_one_event(mention, reading):
    """Two who say something on one day do not say the same."""
    said = [
        reading(
            mention(who, "say", whom, tag="statement", date="2015-06-08", dated="on Monday", article=article)
        )
        for who, whom, article in (("Ana Ruiz", "Kesten", "a"), ("Tom Lee", "Orla", "b"))
    ]
    assert [told for _, told in events(*said)] == [{"a"}, {"b"}]


def test_many_tellings_go_by_the_title_most_like_the_others(mention, reading):
    """Of five titles that of the one which the others repeat is taken, not the one that names the most."""
    titles = (
        "Ana Ruiz waves to Tom Lee",
        "Ana Ruiz killed in Orla",
        "Ana Ruiz shot dead in Orla",
        "Ana Ruiz killed on bridge in Orla",
        "Ana Ruiz killed by sniper in Orla",
    )
    told = [
        reading(
            mention(
                "Ana Ruiz",
                "die",
                "Orla",
                tag="killing",
                date="2015-06-08",
                dated="on Monday",
                title=title,
                article=name,
            )
        )
        for title, name in zip(titles, "abcde", strict=True)
    ]
    (event,) = merge(told).events
    assert event.title == "Ana Ruiz killed in Orla"


def test_a_doer_and_a_week_are_no_one_deed(mention, reading):
    """Where many articles tell of a week, the same two in another deed make another event."""
    days = {"date": "2015-06-01/2015-06-07", "dated": "last week"}
    crowd = [
        reading(mention(f"Crowd {name}", "sail", f"Boat {name}", article=name, tag="travel", **days))
        for name in "cdefgh"
    ]
    fired = reading(mention("Ana Ruiz", "dismiss", "Tom Lee", tag="office", **days))
    called = reading(mention("Ana Ruiz", "phone", "Tom Lee", tag="statement", article="b", **days))
    again = reading(mention("Ana Ruiz", "oust", "Tom Lee", tag="office", article="b", **days))
    told = [articles for _, articles in events(fired, called, *crowd)]
    assert {"a"} in told
    assert {"b"} in told
    assert {"a", "b"} in [articles for _, articles in events(fired, again, *crowd)]
    assert [articles for _, articles in events(fired, called)] == [{"a", "b"}]  # where few tell of it


def test_what_nobody_understands_titles_no_event(mention, reading):
    """A slight title gives way to another, even where it is the one that gives the day."""
    day = {"date": "2015-06-08", "dated": "on Monday"}
    month = {"date": "2015-06", "dated": "in June", "article": "b"}
    slight = mention("Ana Ruiz", "resign", "Kesten", tag="office", title="Post left", slight=True, **day)
    clear = mention("Ana Ruiz", "resign", "Kesten", tag="office", title="Ana Ruiz resigns", **month)
    (event,) = merge([reading(slight), reading(clear)]).events
    assert (event.date, event.title) == ("2015-06-08", "Ana Ruiz resigns")
