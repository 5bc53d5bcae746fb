"""Where an article's mentions without a date belong."""

from dateline.merging.news import find_tellings


def dates(tellings):
    """The titles of tellings with their dates."""
    return {telling.head.title: telling.date for telling in tellings}


def test_the_lead_is_news_of_the_day(mention, reading):
    """What opens an article without a date happened about the day it came out."""
    found = find_tellings(reading(mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting")))
    assert dates(found) == {"Ana Ruiz meet Tom Lee": "2015-06-10~"}


def test_without_a_day_of_publication_there_is_no_news(mention, reading):
    """What an article of unknown date tells without a date only others can date."""
    (telling,) = find_tellings(reading(mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting"), published=None))
    assert telling.date is None


def test_news_has_the_day_of_the_story(mention, reading):
    """Where the headline's happening has a day, what goes with it is of about that day."""
    told = mention("Ana Ruiz", "resign", "Norvia", tag="office", date="2015-06-08", dated="on Monday")
    more = mention("Tom Lee", "take", "Kesten", tag="conquest", at=100)
    assert dates(find_tellings(reading(told, more)))["Tom Lee take Kesten"] == "2015-06-08~"


def test_a_happening_told_again_is_one_telling(mention, reading):
    """The same deed of the same people without a date belongs to the one with a date."""
    told = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday")
    again = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", at=200)
    (telling,) = find_tellings(reading(told, again))
    assert telling.mentions == [told, again]


def test_what_a_participant_says_is_said_at_the_occasion(mention, reading):
    """A statement adds to the event in which the speaker has a part, and is no event of its own."""
    met = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday")
    said = mention("Ana Ruiz", "say", "peace", tag="statement", at=200)
    (telling,) = find_tellings(reading(met, said))
    assert (telling.core, telling.details) == ([met], [said])


def test_a_passage_of_another_day_adds_nothing(mention, reading, phrase):
    """What a passage says of Sunday is no detail of Monday's meeting, whoever is in it."""
    met = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday")
    state = mention("Tom Lee", "be", "ill", at=200, title="")
    found = find_tellings(reading(met, state, phrases=[phrase(203, "2015-06-07")]))
    assert [telling.mentions for telling in found] == [[met]]


def test_what_follows_an_older_date_is_no_news(mention, reading, phrase):
    """From the first older date on an article tells background; a deed without a date there has none."""
    told = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday")
    before = mention("Norvia", "attack", "Kesten", tag="attack", at=300)
    found = find_tellings(reading(told, before, phrases=[phrase(200, "2001")]))
    assert dates(found) == {"Ana Ruiz meet Tom Lee": "2015-06-08", "Norvia attack Kesten": None}


def test_an_occasion_gets_the_day_of_what_was_said_there(mention, reading):
    """A meeting named right after a statement of Sunday, as where it was made, was on Sunday."""
    said = mention(
        "Ana Ruiz", "say", "peace", tag="statement", title="", date="2015-06-07", dated="On Sunday"
    )
    occasion = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", at=said.passage.end + 2)
    (telling,) = find_tellings(reading(said, occasion))
    assert (telling.date, telling.head, telling.details) == ("2015-06-07", occasion, [said])


def test_an_article_has_few_events(mention, reading):
    """However much is new in an article, at most five happenings without a date are events of their own."""
    told = [mention(f"Ana{n}", f"verb{n}", f"Tom{n}", tag=f"tag{n}", at=50 * n) for n in range(12)]
    assert sum(telling.date is not None for telling in find_tellings(reading(*told))) == 5
