"""Lists of dates: the items give each other their years."""

import pytest

from dateline.dates import find_dates


def _dates(text, reference="2016-02-10"):
    return [phrase.edtf for phrase in find_dates(text, reference, style="news")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "In full. 3 November 2014: a nurse falls ill. 9 January: the ward shuts. April: a drug is found.",
            ["2014-11-03", "2015-01-09", "2015-04"],
        ),
        (
            "How it came about in 2013\n\n- 28 February: the talks fail\n- 2 March: the army moves",
            ["2013", "2013-02-28", "2013-03-02"],
        ),
        (
            "What happened in 2013:\n\n**28 February** – The talks fail.\n\n**2 March** – The army moves.",
            ["2013", "2013-02-28", "2013-03-02"],
        ),
        (
            "2013\n\n5 December: a strike\n\n2014\n\n8 January: a truce",
            ["2013", "2013-12-05", "2014", "2014-01-08"],
        ),
        (
            "In 2013 the mine was sold. 4 May: it closes. 6 May: it floods.",
            ["2013", "2013-05-04", "2013-05-06"],
        ),
        ("How it unfolded:\n\n- 28 December: a strike\n- 3 January: a truce", ["2015-12-28", "2016-01-03"]),
        ("Latest first:\n\n- 3 January: a truce\n- 28 December: a strike", ["2016-01-03", "2015-12-28"]),
        ("They ruled from 2002 on.\n\n- 28 December: a strike", ["2002", "2015-12-28"]),
        ("In power since 2002\n\n- 28 December: a strike", ["2002/..", "2015-12-28"]),
    ],
)
def test_items_go_on_from_the_one_before(text, dates):
    """From the item, heading or paragraph that names a year; else from the first item as news dates it."""
    assert _dates(text) == dates


def test_items_need_no_day_of_writing_where_the_first_names_its_year():
    text = "3 November 2014: a nurse falls ill.\n9 January: the ward is shut."
    assert _dates(text, None) == ["2014-11-03", "2015-01-09"]


def test_a_date_in_a_sentence_is_no_item():
    """Where no colon or dash follows, or a name stands before it, a date counts from the day of writing."""
    assert _dates("In 2013 the mine was sold. On 4 May it closed.") == ["2013", "2015-05-04"]
    assert _dates("BONN, 4 February - In 2013 the mine was sold.") == ["2016-02-04", "2013"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On 8 March 2013 the king died. On 2 April his son was crowned.", ["2013-03-08", "2013-04-02"]),
        (
            "On 8 May 2013 he fled. On 2 June he was seen. On 1 July he died.",
            ["2013-05-08", "2013-06-02", "2013-07-01"],
        ),
        ("On 8 March 2013 he fled.\n\nOn 2 June he came back.", ["2013-03-08", "2015-06-02"]),
        (
            "On 8 March 2013 he fled. Last year he came back. On 2 June he died.",
            ["2013-03-08", "2015", "2015-06-02"],
        ),
        ("On 8 March 2013 he was jailed. On 2 April he will be freed.", ["2013-03-08", "2016-04-02"]),
        ("On 8 June 2015 he fled. On 2 April he came back.", ["2015-06-08", "2015-04-02"]),
    ],
)
def test_days_that_open_the_sentences_of_a_paragraph_follow_one_another(text, dates):
    """Unless the text comes back to its own time between them, or they would lie ahead of it."""
    assert _dates(text) == dates
