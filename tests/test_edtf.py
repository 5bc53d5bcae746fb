"""Uncertain dates: what is read, what it bounds, how it is ordered and said, and what errors advise."""

import calendar

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.edtf import Day, Edtf, in_words, parse
from dateline.exceptions import DatelineError, EdtfError

BOUNDS = [
    ("2020-01-03", (2020, 1, 3), (2020, 1, 3)),
    ("2020-02", (2020, 2, 1), (2020, 2, 29)),
    ("2021-02", (2021, 2, 1), (2021, 2, 28)),
    ("1900-02", (1900, 2, 1), (1900, 2, 28)),
    ("2020", (2020, 1, 1), (2020, 12, 31)),
    ("2020-01-03T15:44", (2020, 1, 3), (2020, 1, 3)),
    ("2020-01-03T15:44:10Z", (2020, 1, 3), (2020, 1, 3)),
    ("2020-01-03T23:44+03:30", (2020, 1, 3), (2020, 1, 3)),
    ("2007/2011", (2007, 1, 1), (2011, 12, 31)),
    ("2007~/2011", (2007, 1, 1), (2011, 12, 31)),
    ("2020-06/2020", (2020, 6, 1), (2020, 12, 31)),
    ("2014-06/..", (2014, 6, 1), None),
    ("2014-06/", (2014, 6, 1), None),
    ("../2020", None, (2020, 12, 31)),
    ("/2020-05-05", None, (2020, 5, 5)),
    ("2015~", (2015, 1, 1), (2015, 12, 31)),
    ("2015-03?", (2015, 3, 1), (2015, 3, 31)),
    ("201X", (2010, 1, 1), (2019, 12, 31)),
    ("19XX", (1900, 1, 1), (1999, 12, 31)),
    ("2020-04-XX", (2020, 4, 1), (2020, 4, 30)),
    ("2020-XX", (2020, 1, 1), (2020, 12, 31)),
    ("2020-XX-XX", (2020, 1, 1), (2020, 12, 31)),
    ("2021-21", (2021, 3, 1), (2021, 5, 31)),
    ("2021-22", (2021, 6, 1), (2021, 8, 31)),
    ("2021-23", (2021, 9, 1), (2021, 11, 30)),
    ("2021-24", (2021, 12, 1), (2022, 2, 28)),
    ("2023-24", (2023, 12, 1), (2024, 2, 29)),
    ("2021-33", (2021, 1, 1), (2021, 3, 31)),
    ("2021-36", (2021, 10, 1), (2021, 12, 31)),
    ("2021-40", (2021, 1, 1), (2021, 6, 30)),
    ("2021-41", (2021, 7, 1), (2021, 12, 31)),
    ("2023-W08", (2023, 2, 20), (2023, 2, 26)),
    ("2020-W53", (2020, 12, 28), (2021, 1, 3)),
    ("2023-W08/2023-W09", (2023, 2, 20), (2023, 3, 5)),
    ("[2020-01-03,2020-01-04]", (2020, 1, 3), (2020, 1, 4)),
    ("[2019..2021,2024]", (2019, 1, 1), (2024, 12, 31)),
    ("[..2020]", None, (2020, 12, 31)),
    ("[2020-03..]", (2020, 3, 1), None),
    ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
    ("0000-02", (0, 2, 1), (0, 2, 29)),
    ("-004X", (-49, 1, 1), (-40, 12, 31)),
    ("-0043/0014", (-43, 1, 1), (14, 12, 31)),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
def test_bounds(text, earliest, latest):
    date = parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        (" 2020-01-03\n", "2020-01-03"),
        ("2007 / 2011", "2007/2011"),
        ("[2020-01-03, 2020-01-04]", "[2020-01-03,2020-01-04]"),
        ("2023-W08", "2023-02-20/2023-02-26"),
        ("2023-W08~", "2023-02-20~/2023-02-26~"),
    ],
)
def test_canonical_text_has_no_spaces_and_no_weeks(typed, canonical):
    assert parse(typed).text == canonical


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2015", False, False),
        ("2015~", True, False),
        ("2015?", False, True),
        ("2015%", True, True),
        ("2007~/2011?", True, True),
        ("2007/..", False, False),
        ("[2007,2008?]", False, True),
        ("2021-22~", True, False),
        ("201X?", False, True),
        ("2020-01-XX~", True, False),
    ],
)
def test_qualifiers_are_kept_apart(text, approximate, uncertain):
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


def test_events_sort_by_earliest_then_latest_day_then_time():
    in_order = [
        "-0043-03-15",
        "../2019",
        "2020-01-01",
        "2020-01-01T09:00",
        "2020-01-01T15:44+03:30",
        "2020-01",
        "2020",
        "2020/..",
        "2020-01-02",
        "../2020",
        "2021",
    ]
    backwards = in_order[::-1]
    assert sorted(backwards, key=lambda text: parse(text).sort_key) == in_order


WORDS = [
    ("2020-01-03", "3 January 2020"),
    ("2020-01", "January 2020"),
    ("2020", "2020"),
    ("2007/2011", "2007 to 2011"),
    ("2020-01-03/2020-01-05", "3 to 5 January 2020"),
    ("2020-02-28/2020-03-03", "28 February to 3 March 2020"),
    ("2019-12-30/2020-01-02", "30 December 2019 to 2 January 2020"),
    ("2020-01/2020-03", "January to March 2020"),
    ("2019-12/2020-03", "December 2019 to March 2020"),
    ("2020-03-05/2021", "5 March 2020 to 2021"),
    ("2014-06/..", "since June 2014"),
    ("2014-06~/..", "since about June 2014"),
    ("2014-06/", "from June 2014, end unknown"),
    ("/2020", "until 2020, start unknown"),
    ("../2020", "by the end of 2020"),
    ("../2020-05", "by the end of May 2020"),
    ("../2020-05-05", "by 5 May 2020"),
    ("2015~", "about 2015"),
    ("2020?", "2020 (uncertain)"),
    ("2020-05%", "about May 2020 (uncertain)"),
    ("201X", "2010s"),
    ("20XX", "one of the years 2000 to 2099"),
    ("-004X", "one of the years 50 BCE to 41 BCE"),
    ("2010~/2013~", "early 2010s"),
    ("2014~/2016~", "mid-2010s"),
    ("2017~/2019~", "late 2010s"),
    ("2014~/2017~", "about 2014 to about 2017"),
    ("2007/2011?", "2007 to 2011 (uncertain)"),
    ("2021-21", "spring 2021"),
    ("2021-22?", "summer 2021 (uncertain)"),
    ("2021-23", "autumn 2021"),
    ("2021-24", "winter 2021/2022"),
    ("2021-35", "third quarter of 2021"),
    ("2021-41", "second half of 2021"),
    ("2020-01-XX", "one day in January 2020"),
    ("2020-XX-XX", "one day in 2020"),
    ("2020-XX", "one month in 2020"),
    ("2023-W08", "20 to 26 February 2023"),
    ("[2020-01-03,2020-01-04]", "3 or 4 January 2020"),
    ("[2020-01-31,2020-02-01]", "31 January or 1 February 2020"),
    ("[2019,2021,2023]", "2019, 2021 or 2023"),
    ("[2020-01-03]", "3 January 2020"),
    ("[2019..2021]", "between 2019 and 2021"),
    ("[2017,2019..2021]", "2017 or between 2019 and 2021"),
    ("[..2020]", "2020 or earlier"),
    ("[2020-03..]", "March 2020 or later"),
    ("2020-01-03T15:44", "3 January 2020, 15:44"),
    ("2020-01-03T15:44:10", "3 January 2020, 15:44:10"),
    ("2020-01-03T15:44Z", "3 January 2020, 15:44 (UTC)"),
    ("2020-01-03T15:44+03:30", "3 January 2020, 15:44 (UTC+03:30)"),
    ("-0043-03-15", "15 March 44 BCE"),
    ("0000", "1 BCE"),
    ("0014-08", "August 14 CE"),
    ("-0043/0014", "44 BCE to 14 CE"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_keep_the_uncertainty(text, words):
    assert in_words(text) == words
    assert in_words(parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-01-03", "۳ ژانویهٔ ۲۰۲۰"),
        ("2020-05", "مهٔ ۲۰۲۰"),
        ("2020-01-03T15:44", "۳ ژانویهٔ ۲۰۲۰، ساعت ۱۵:۴۴"),
        ("2020-01-03T15:44Z", "۳ ژانویهٔ ۲۰۲۰، ساعت ۱۵:۴۴ (به وقت گرینویچ)"),
        ("201X", "دههٔ ۲۰۱۰"),
        ("2014~/2016~", "اواسط دههٔ ۲۰۱۰"),
        ("2021-22", "تابستان ۲۰۲۱"),
        ("2021-24", "زمستان ۲۰۲۱–۲۰۲۲"),
        ("2021-33", "سه‌ماههٔ اول ۲۰۲۱"),
        ("2020-04-XX", "روزی در آوریل ۲۰۲۰"),
        ("2007/2011", "۲۰۰۷ تا ۲۰۱۱"),
        ("2014-08-04/2014-08-19", "۴ تا ۱۹ اوت ۲۰۱۴"),
        ("2014-01-04/2014-07-19", "۴ ژانویه تا ۱۹ ژوئیهٔ ۲۰۱۴"),
        ("2014-06/..", "از ژوئن ۲۰۱۴"),
        ("../2020", "تا پایان ۲۰۲۰"),
        ("../2020-01-03", "تا ۳ ژانویهٔ ۲۰۲۰"),
        ("2015~", "حدود ۲۰۱۵"),
        ("2015?", "۲۰۱۵ (نامطمئن)"),
        ("[2020-01-03,2020-01-04]", "۳ یا ۴ ژانویهٔ ۲۰۲۰"),
        ("-0043", "۴۴ پیش از میلاد"),
    ],
)
def test_dates_are_said_in_persian_with_its_months_and_digits(text, words):
    assert in_words(text, "fa") == words


def test_a_language_without_words_is_named_with_those_there_are():
    with pytest.raises(DatelineError, match="'tlh': use one of en, fa"):
        in_words("2020", "tlh")


NEAR_MISSES = [
    ("2020-1-3", "2020-01-03"),
    ("2020-1", "2020-01"),
    ("2020/01/03", "2020-01-03"),
    ("2020.01.03", "2020-01-03"),
    ("20200103", "2020-01-03"),
    ("13/04/2020", "2020-04-13"),
    ("03/04/2020", "2020-04-03 or 2020-03-04"),
    ("3 January 2020", "2020-01-03"),
    ("Friday, 3 January 2020", "2020-01-03"),
    ("3 Jan. 2020", "2020-01-03"),
    ("3rd March, 2020", "2020-03-03"),
    ("January 3, 2020", "2020-01-03"),
    ("january 2020", "2020-01"),
    ("3 or 4 January 2020", "[2020-01-03,2020-01-04]"),
    ("3–5 January 2020", "2020-01-03/2020-01-05"),
    ("2020-01-03 15:44", "2020-01-03T15:44"),
    ("2020-01-03T15:44+0330", "2020-01-03T15:44+03:30"),
    ("2020-01-03t15:44z", "2020-01-03T15:44Z"),
    ("summer 2021", "2021-22"),
    ("Summer of 2021", "2021-22"),
    ("Q3 2021", "2021-35"),
    ("2021-Q3", "2021-35"),
    ("2021-H1", "2021-40"),
    ("2010s", "201X"),
    ("the 1990s", "199X"),
    ("mid-2010s", "2014~/2016~"),
    ("201x", "201X"),
    ("201u", "201X"),
    ("2020-01-xx", "2020-01-XX"),
    ("2020?~", "2020%"),
    ("~2015", "2015~"),
    ("c. 2015", "2015~"),
    ("about March 2015", "2015-03~"),
    ("since June 2014", "2014-06/.."),
    ("since 3 June 2014", "2014-06-03/.."),
    ("by the end of 2020", "../2020"),
    ("2007-2011", "2007/2011"),
    ("2007–2011", "2007/2011"),
    ("2007 to 2011", "2007/2011"),
    ("2020/open", "2020/.."),
    ("{2020,2021}", "[2020,2021]"),
    ("2019 or 2020", "[2019,2020]"),
    ("2023-w08", "2023-W08"),
]


@pytest.mark.parametrize(("typed", "meant"), NEAR_MISSES)
def test_a_near_miss_is_answered_with_what_was_meant(typed, meant):
    with pytest.raises(EdtfError) as caught:
        parse(typed)
    assert str(caught.value) == f"{typed!r} is not a date: write {meant}"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2020-13", "there is no month 13"),
        ("2020-00", "there is no month 00"),
        ("2020-13-01", "there is no month 13"),
        ("2020-22-01", "there is no month 22"),
        ("2021-02-29", "2021-02 has no day 29"),
        ("2020-04-00", "2020-04 has no day 00"),
        ("2020-01-03T24:00", "no clock shows that"),
        ("2020-01-03T12:00+15:00", "no time zone is that far from UTC"),
        ("2021-W53", "2021 has no week 53"),
        ("9999-W53", "9999 has no week 53"),
        ("-0000", "there is no year -0000"),
        ("20X", "a year has four digits"),
        ("2011/2007", "it ends before it starts"),
        ("[2021..2019]", "it ends before it starts"),
        ("../..", "one end must be known"),
        ("/", "one end must be known"),
        ("2007/2009/2011", "an interval has one slash"),
        ("[2020,2021", "the bracket is not closed"),
        ("[2020,,2021]", "a date is missing"),
        ("[]", "a date is missing"),
        ("2020-01-03T10:00/2020-01-03T12:00", "a time cannot stand in an interval"),
        ("[2023-W08,2023-W09]", "a week cannot stand in an interval or a choice"),
    ],
)
def test_what_is_wrong_is_named(typed, reason):
    with pytest.raises(EdtfError) as caught:
        parse(typed)
    assert reason in caught.value.problem
    assert caught.value.fix.startswith("write ")


@pytest.mark.parametrize(
    "typed", ["", "  ", "yesterday", "15", "٢٠٢٠", "2020-01-03\n2020", "[[2020]]", "2020\x00"]
)
def test_what_looks_like_no_date_at_all_is_answered_with_examples(typed):
    with pytest.raises(EdtfError) as caught:
        parse(typed)
    assert "1998-05/.. (since)" in caught.value.fix


def test_an_endless_text_is_refused_quickly_and_not_echoed():
    with pytest.raises(EdtfError, match="a date of 100000 characters is too long") as caught:
        parse("9" * 100_000)
    assert len(str(caught.value)) < 400


# Laws, for dates of every form.

_years = (
    st.integers(-9999, 9999)
    .filter(lambda year: year != 0)
    .map(lambda year: f"{year:05}" if year < 0 else f"{year:04}")
)
_months = st.builds(
    "{}-{:02}".format, _years, st.sampled_from([*range(1, 13), 21, 22, 23, 24, *range(33, 37), 40, 41])
)
_days = st.builds("{}-{:02}-{:02}".format, _years, st.integers(1, 12), st.integers(1, 28))
_unspecified = st.one_of(
    st.builds("{}-{:02}-XX".format, _years, st.integers(1, 12)),
    _years.map("{}-XX".format),
    _years.map("{}-XX-XX".format),
    st.builds("{:03}X".format, st.integers(0, 999)),
    st.builds("{:02}XX".format, st.integers(0, 99)),
)
_singles = st.builds(
    "{}{}".format, st.one_of(_years, _months, _days, _unspecified), st.sampled_from(["", "~", "?", "%"])
)
_times = st.builds(
    "{}T{:02}:{:02}{}".format,
    _days,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", "Z", "+03:30"]),
)


def _ordered(pattern: str):
    def in_order(first: str, second: str) -> str:
        start, end = sorted((first, second), key=lambda text: parse(text).sort_key)
        return pattern.format(start, end)

    return st.builds(in_order, _singles, _singles)


_open = st.one_of(
    *(_singles.map(form.format) for form in ("{}/..", "../{}", "{}/", "/{}", "[..{}]", "[{}..]"))
)
_choices = st.lists(st.one_of(_singles, _ordered("{}..{}")), min_size=1, max_size=4).map(
    lambda members: f"[{','.join(members)}]"
)
_dates = st.one_of(_singles, _times, _ordered("{}/{}"), _open, _choices)


@given(_dates)
def test_canonical_text_reads_as_the_same_date(text):
    date = parse(text)
    assert date.text == text
    assert parse(date.text) == date


@given(_dates)
def test_no_date_ends_before_it_begins(text):
    date = parse(text)
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
    assert date.earliest or date.latest


@given(_ordered("{}/{}"))
def test_an_interval_reaches_from_the_bounds_of_its_start_to_those_of_its_end(text):
    date = parse(text)
    start, end = (parse(part) for part in text.split("/"))
    assert (date.earliest, date.latest) == (start.earliest, end.latest)


@given(_dates)
def test_every_date_can_be_said(text):
    said = in_words(text)
    assert said.strip() == said != ""
    assert "{" not in said


def _answer(text: str) -> Edtf | str:
    """The date, or the advice of the error; any other error fails the test."""
    try:
        return parse(text)
    except EdtfError as error:
        return error.fix


@given(st.one_of(st.text(max_size=40), st.text("0123456789-/.[],~?%XTZW:+ ", max_size=24)))
def test_any_text_is_a_date_or_answered_with_advice(text):
    answer = _answer(text)
    if isinstance(answer, str):
        assert answer.startswith("write ")
    else:
        assert parse(answer.text) == answer


# Against the package `edtf`. Left out is where it means something else: winters (it keeps December of the
# year only), open ends (it answers infinities) and time without zone or seconds (it reads no such time).


def _oracle_bounds(text: str) -> tuple[Day, Day]:
    date = oracle.parse_edtf(text)
    return Day(*date.lower_strict()[:3]), Day(*date.upper_strict()[:3])


_modern = st.integers(1000, 2999).map(str)
_agreed = st.one_of(
    _modern,
    st.builds(
        "{}-{:02}".format, _modern, st.sampled_from([*range(1, 13), 21, 22, 23, *range(33, 37), 40, 41])
    ),
    st.builds(
        lambda year, month, day: f"{year}-{month:02}-{min(day, calendar.monthrange(int(year), month)[1]):02}",
        _modern,
        st.integers(1, 12),
        st.integers(1, 31),
    ),
    st.builds("{}X".format, st.integers(100, 299)),
    st.builds("{}-{:02}-XX".format, _modern, st.integers(1, 12)),
)


@given(_agreed)
def test_single_dates_have_the_bounds_the_edtf_package_gives(text):
    date = parse(text)
    assert (date.earliest, date.latest) == _oracle_bounds(text)


@given(_agreed, _agreed)
def test_intervals_and_choices_have_the_bounds_the_edtf_package_gives(one, other):
    first, last = sorted((one, other), key=lambda text: parse(text).sort_key)
    interval = parse(f"{first}/{last}")
    choice = parse(f"[{first},{last}]")
    assert interval.earliest == choice.earliest == _oracle_bounds(first)[0]
    assert interval.latest == _oracle_bounds(last)[1]
    assert choice.latest == max(_oracle_bounds(first)[1], _oracle_bounds(last)[1])


SAID = [
    *(
        "1998-05-03",
        "1998-05",
        "1998-05-03T15:44",
        "1998-05-03T15:44Z",
        "1998-05-03T15:44+02:00",
        "1998~",
        "1998?",
    ),
    *("1998-05%", "1998-05-03~", "199X", "19XX", "1998-22", "1998-24", "1998-33", "1998-40", "1994~/1996~"),
    *(
        "1998-05-03/1998-05-07",
        "1998-05-03/1998-06-07",
        "1998-05-03/1999-06-07",
        "1998-05/1998-07",
        "1998/2001",
    ),
    *(
        "1998-05/..",
        "../1998",
        "../1998-05-03",
        "1998-05~/..",
        "1998~/2001~",
        "1998?/2001",
        "1998-05-03/",
        "/1998",
    ),
    *("[1998-05-03,1998-05-04]", "[1998-05-03,1998-06-04]", "[1998,1999,2003]", "[1998-05,1998-06]"),
    *("[1998-05-03..1998-12-31]", "[1998-05..1998-12]", "[1998..2001]", "[..1998]", "[1998-05..]"),
    *("1998-05-XX", "1998-XX-XX", "1998-XX", "-0043-03-15", "-0043", "0000"),
]


@pytest.mark.parametrize("date", SAID)
def test_what_is_said_can_be_typed(date):
    """Whoever types a date as the site says it is told how to write it."""
    with pytest.raises(EdtfError) as error:
        parse(in_words(date))
    assert date in error.value.fix.removeprefix("write ").split(" or ")
