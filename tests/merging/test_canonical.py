"""Names as they are kept, in what articles tell."""

from dateline.merging.canonical import with_names
from dateline.merging.events import merge
from dateline.model import Speaker
from dateline.names import Name, Names

KEPT = Names((Name("Ana María Ruiz", "person", ("Ana Ruiz", "A. M. Ruiz")),))


def test_every_spelling_goes_by_the_name_that_is_kept(mention, reading):
    """Participants and speakers are named as in names.yml, and one bearer is named once."""
    told = mention("Ana Ruiz", "meet", "A. M. Ruiz", tag="meeting", speaker=Speaker("A. M. Ruiz"))
    (named,) = with_names(reading(told), KEPT).mentions
    assert [each.name for each in named.participants] == ["Ana María Ruiz"]
    assert named.speaker == Speaker("Ana María Ruiz")


def test_two_spellings_make_one_event(mention, reading):
    """Two articles that spell a name differently tell one event once names.yml says who it is."""
    one = mention("Ana Ruiz", "visit", "Tom Lee", tag="visit", date="2015-06-08", dated="on Monday")
    other = mention(
        "A. M. Ruiz",
        "tour",
        "Kesten",
        tag="visit",
        date="2015-06-08",
        dated="8 June",
        article="b",
        title="Tour",
    )
    readings = [with_names(reading(each), KEPT) for each in (one, other)]
    assert len(merge([reading(one), reading(other)]).events) == 2
    assert len(merge(readings).events) == 1


def test_an_explanation_tells_each_telling_and_its_evidence(mention, reading):
    """For every article: its title, what dates it, what ties it to the others, its words."""
    one = mention("Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06-08", dated="on Monday")
    other = mention(
        "Ana Ruiz", "meet", "Tom Lee", tag="meeting", date="2015-06", dated="in June", article="b"
    )
    found = merge([reading(one), reading(other)])
    lines = [line.strip() for line in found.explain(found.events[0]).splitlines()]
    assert lines[0].startswith("Ana Ruiz meet Tom Lee: 8 June 2015, importance ")
    assert lines[1:4] == [
        "a (Outlet a): Ana Ruiz meet Tom Lee",
        "dated 8 June 2015 by “on Monday”",
        "“Ana Ruiz meet Tom Lee.”",
    ]
    assert lines[4:6] == ["b (Outlet b): Ana Ruiz meet Tom Lee", "dated June 2015 by “in June”"]
    assert (
        "the one date lies within the other, both name Ana Ruiz, Tom Lee, the same kind of deed" in lines[6]
    )
