"""Where an article's mentions without a date belong."""

from dataclasses import replace

from dateline.merging.events import build_events, merge
from dateline.merging.news import find_tellings
from dateline.model import Article, Speaker


def dates(tellings):
    """The titles of tellings with their dates."""
    return {telling.head.title: telling.date for telling in tellings}


def blank_line(text, at):
    """A text with the end of a paragraph at a place."""
    return f"{text[:at]}\n\n{text[at + 2 :]}"


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


def test_news_has_the_day_that_its_paragraph_named_last(mention, reading, phrase):
    """What follows a day in its paragraph is of that day, whatever the day of the story."""
    story = mention("Ana Ruiz", "resign", "Norvia", tag="office", date="2015-06-09", dated="on Tuesday")
    told = mention("Tom Lee", "attack", "Kesten", tag="attack", at=100, date="2015-06-07", dated="on Sunday")
    more = mention("Rebels", "take", "Aurora", tag="conquest", at=140)
    read = reading(story, told, more, phrases=[phrase(5, "2015-06-09"), phrase(110, "2015-06-07")])
    parted = replace(read, article=replace(read.article, text=blank_line(read.article.text, 90)))
    assert dates(find_tellings(parted))["Rebels take Aurora"] == "2015-06-07~"


def test_an_undated_lead_takes_the_day_that_the_opening_names(mention, reading, phrase):
    """A dated passage that makes no title still says of what day the news is."""
    dated = mention(
        "Norvia", "declare", "it", tag="statement", title="", date="2015-06-09", dated="last night"
    )
    more = mention("Tom Lee", "take", "Kesten", tag="conquest", at=100)
    read = reading(dated, more, phrases=[phrase(5, "2015-06-09")])
    assert dates(find_tellings(read))["Tom Lee take Kesten"] == "2015-06-09~"


def test_how_things_are_belongs_to_what_the_story_befell(mention, reading):
    """What the launched phone is like adds to its launch; what the firm has besides does not."""
    told = mention("Norvia", "launch", "Aurora", tag="business", date="2015-06-08", dated="on Monday")
    of_phone = mention("Aurora", "have", "a camera", at=200, title="", state=True)
    of_firm = mention("Norvia", "have", "two plants", at=300, title="", state=True)
    (telling,) = [t for t in find_tellings(reading(told, of_phone, of_firm)) if t.date]
    assert telling.mentions == [told, of_phone]


def test_a_bare_reference_means_the_story_or_what_was_just_told(mention, reading):
    """Without other words it is what the article is about; anything else must have been told right before."""
    story = mention("Ana Ruiz", "resign", "Norvia", tag="office", date="2015-06-08", dated="on Monday")
    told = mention("Rebels", "attack", "Kesten", tag="attack", at=100, date="2015-06-07", dated="on Sunday")
    near = replace(
        mention("It", "attack", "it", title="", at=told.passage.end + 1), participants=(), words=("attack",)
    )
    far = replace(near, passage=replace(near.passage, start=400, end=410))
    read = reading(story, told)
    found = find_tellings(replace(read, references=(near, far)))
    assert [t.details for t in found if t.date == "2015-06-07"] == [[near]]


def test_what_has_a_date_but_no_title_is_left_to_those_who_tell_it(mention, reading):
    """A dated deed that cannot be printed joins the event of others, and is none alone."""
    silent = mention(
        "Ana Ruiz", "meet", "Tom Lee", tag="meeting", title="", date="2015-06-08", dated="on Monday"
    )
    told = mention(
        "Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="8 June", article="b"
    )
    assert merge([reading(silent)]).events == ()
    (event,) = merge([reading(silent), reading(told)]).events
    assert (event.title, {s.article for s in event.sources}) == ("Ana Ruiz meet Tom Lee", {"a", "b"})


def test_what_somebody_says_of_something_else_adds_nothing(mention, reading):
    """A quotation that makes no title and has no word of the story is not said of it."""
    told = mention("Norvia", "ban", "fishing", tag="sanction", date="2015-06-08", dated="on Monday")
    of_it = mention("Ana Ruiz", "say", "fishing", tag="statement", at=200, title="", words=("fishing", "end"))
    aside = mention("Tom Lee", "say", "film", tag="statement", at=300, title="", words=("film", "see"))
    (telling,) = [t for t in find_tellings(reading(told, of_it, aside)) if t.date]
    assert telling.mentions == [told, of_it]


def test_an_untitled_mention_narrows_a_date_only_by_the_same_deed(mention, reading):
    """That a programme ends in September says nothing of when in the year it was launched."""
    told = mention("Norvia", "launch", "Aurora", tag="business", date="2015", dated="in 2015")
    ends = mention("Norvia", "end", "Aurora", tag="change", at=200, title="", date="2015-05", dated="in May")
    assert dates(t for t in find_tellings(reading(told, ends)) if t.head.title) == {
        "Norvia launch Aurora": "2015"
    }


def test_an_article_of_long_ago_has_no_news(mention, reading, phrase):
    """What tells of 1981 and names no day of the week before is no news from the first old date on."""
    ended = mention("Rebels", "attack", "Kesten", tag="attack", at=100)
    found = find_tellings(reading(ended, phrases=[phrase(10, "1981")]))
    assert dates(found) == {"Rebels attack Kesten": None}


def test_nobody_dies_twice(mention, reading):
    """A lead that says who has died is of the day that the article gives further on."""
    lead = mention("Ana Ruiz", "die", "Kesten", tag="death")
    later = mention("Ana Ruiz", "die", "Kesten", tag="death", at=900, date="2015-06-01", dated="on 1 June")
    (telling,) = find_tellings(reading(lead, later))
    assert (telling.date, telling.core) == ("2015-06-01", [later, lead])


def test_others_die_on_their_own_days(mention, reading):
    lead = mention("Ana Ruiz", "die", "Kesten", tag="death")
    other = mention("Tom Lee", "die", "Kesten", tag="death", at=900, date="2011", dated="in 2011")
    assert [t.date for t in find_tellings(reading(lead, other))] == ["2015-06-10~", "2011"]


def test_of_two_days_of_a_death_the_later_one_holds(mention, reading):
    """Who died before was somebody else, whom the article calls "he" or by the same name."""
    first = mention("Ana Ruiz", "die", "Kesten", tag="death", date="2014-03", dated="in March")
    last = mention("Ana Ruiz", "die", "Kesten", tag="death", at=90, date="2015-06-01", dated="on 1 June")
    assert [t.date for t in find_tellings(reading(first, last))] == ["2015-06-01"]


def test_a_slight_title_is_no_event_of_its_own(mention, reading):
    """What only one article tells, and with too few words to know which, is left out; two are enough."""
    slight = {"tag": "change", "date": "2015-03-04", "dated": "on 4 March", "slight": True}
    alone = mention("portrait", "begin", "Kesten", **slight)
    again = mention("portrait", "begin", "Kesten", article="b", **slight)
    assert not merge([reading(alone)]).events
    (event,) = merge([reading(alone), reading(again)]).events
    assert [source.article for source in event.sources] == ["a", "b"]


def test_a_slight_title_is_no_news(mention, reading):
    """What nobody can tell from its title is no news of the day either."""
    told = mention("Ana Ruiz", "resign", "Norvia", tag="office", date="2015-06-08", dated="on Monday")
    slight = mention("dog", "arrive", "Kesten", at=100, slight=True)
    assert dates(find_tellings(reading(told, slight)))["dog arrive Kesten"] is None


def test_a_deed_that_somebody_tells_is_its_own(mention, reading):
    """What a ministry tells of a deed is not said at another event of whoever does it."""
    met = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday", at=200)
    told = mention("Ana Ruiz", "take", "Kesten", tag="conquest", speaker=Speaker("the ministry"))
    tellings = find_tellings(reading(told, met))
    assert [telling.mentions for telling in tellings] == [[told], [met]]


_NEWS = "A flood closed the bridge of Kesten. Ana Ruiz sang with a choir from Norvia in a barn."


def told(headline, text):
    """The titles of what an article with a headline tells."""
    return [event.title for event in build_events([Article("a", headline, text, published="2015-06-10")])]


def test_what_has_nothing_of_the_headline_is_beside_the_news():
    """A scene in the opening is no event of its own, unless the headline is about it or says nothing."""
    flood, song = "Flood closes bridge of Kesten", "Ana Ruiz sings with choir from Norvia in barn"
    assert told("Bridge of Kesten shut by high water", _NEWS) == [flood]
    assert told("Norvia choir sings in barn after flood", _NEWS) == [song, flood]
    assert told("In brief", _NEWS) == [song, flood]


def test_what_is_told_undated_behind_the_news_is_more_about_it():
    """Without a date only that is news which comes first or is nearer the headline, and what is announced."""
    flood, opening = "Flood closes bridge of Kesten", "A flood closed the bridge of Kesten."
    rescue, behind = "Norvia saves 300 sheep from storm", "Norvia saved 300 sheep from the storm."
    headline = "Bridge of Kesten shut by high water after storm"
    assert told(headline, f"{opening} {behind}") == [flood]
    assert set(told(headline, f"{behind} {opening}")) == {rescue, flood}
    assert set(told(headline, f"{opening} {behind[:-1]} on 5 June 2015.")) == {rescue, flood}
    new = "Ana Ruiz announces new bridge for Kesten"
    assert new in told(headline, f"{opening} Ana Ruiz announced a new bridge for Kesten.")


def test_what_is_dated_and_weighty_is_told_beside_the_news():
    """A death with a date is an event whatever the headline is about."""
    text = "A flood closed the bridge of Kesten. Ana Ruiz died in Norvia on 5 June 2015."
    assert "Ana Ruiz dies in Norvia" in told("Bridge of Kesten shut by high water", text)


def test_a_statement_that_two_articles_tell_gives_the_title():
    """What else one of them tells of the same day and doer does not, though it names more."""
    one = "Norvian President Ana Ruiz on Tuesday declared a state of emergency after the earthquake."
    two = "President Ana Ruiz declared a state of emergency on Tuesday and asked Orland for helicopters."
    articles = [
        Article("a", "Emergency in Norvia", one, published="2024-05-15"),
        Article("b", "Quake hits Norvia", two, published="2024-05-15"),
    ]
    assert "Ana Ruiz declares state of emergency" in [event.title for event in build_events(articles)]
