"""Mending on request: what can mean only one thing, told change by change, and not a byte beside it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events import check, fix
from dateline.events import fixing as fixing_module
from dateline.exceptions import WriteError

CONTENT = Path("content")
EVENT = CONTENT / "events" / "ferry.yml"


@pytest.fixture
def mend(site):
    """Writes an event file and mends the site: the changes as they are told, and the file after."""
    assert site.is_dir()

    def mended(text):
        EVENT.write_bytes(text if isinstance(text, bytes) else text.encode())
        told = [str(change).removeprefix(f"{EVENT.as_posix()}:") for change in fix(CONTENT)]
        return told, EVENT.read_bytes().decode()

    return mended


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("Jan 3 2020", "2020-01-03"),
        ("3 January 2020", "2020-01-03"),
        ("3rd of January, 2020", "2020-01-03"),
        ("2020/1/3", "2020-01-03"),
        ("13/1/2020", "2020-01-13"),
        ("c. 2015", "2015~"),
        ("circa 2015", "2015~"),
        ("about May 2015", "2015-05~"),
        ("early 2014", "2014-01~/2014-04~"),
        ("mid-2014", "2014-05~/2014-08~"),
        ("end of 2014", "2014-09~/2014-12~"),
        ("summer 2021", "2021-22"),
        ("1990s", "199X"),
        ("late 1990s", "1997~/1999~"),
        ("2014-2016", "2014/2016"),
        ("2014–16", "2014/2016"),
        ("since 2014", "2014/.."),
        ("by the end of 2020", "../2020"),
        ("2014 or 2015", '"[2014,2015]"'),
        ('"2014 or 2015"', '"[2014,2015]"'),
        ("“2020-01-03”", "2020-01-03"),
        ("2020-01-03,", "2020-01-03"),
        ("'Jan 3 2020,'", "'2020-01-03'"),
    ],
)
def test_a_date_as_people_type_it_becomes_edtf(mend, typed, edtf):
    _, text = mend(f"date: {typed}  # so they say\ntitle: Ferry sinks\n")
    assert text == f"date: {edtf}  # so they say\ntitle: Ferry sinks\n"
    assert check(CONTENT) == []


@pytest.mark.parametrize("typed", ["2015?", "2020-01-03", "2014/..", "199X", "2007 / 2011"])
def test_a_date_that_is_right_stays_as_it_was_typed(mend, typed):
    text = f"date: {typed}\ntitle: Ferry sinks\n"
    assert mend(text) == ([], text)


@pytest.mark.parametrize("typed", ["3/1/2020", "between 2014 and 2016", "soon", "2021-02-30", "2021/2020"])
def test_what_may_mean_two_things_or_nothing_is_left_and_still_told(mend, typed):
    text = f"date: {typed}\ntitle: Ferry sinks\n"
    assert mend(text) == ([], text)
    assert [(finding.line, finding.col) for finding in check(CONTENT)] == [(1, 7)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("kind: Planned\n", "kind: planned\n", "3: Planned → planned"),
        ("status: “Reviewed”,\n", "status: reviewed\n", "3: “Reviewed”, → reviewed"),
        ("importance: 4,\n", "importance: 4\n", "3: 4, → 4"),
        ("tags: accident # one\n", "tags: [accident] # one\n", "3: accident → [accident]"),
        ("actors: [ HO,Ada Sample ]\n", "actors: [ Harbour Office,Ada Sample ]\n", "3: HO → Harbour Office"),
        (
            "actors:\n- the Port Office\n",
            "actors:\n- Harbour Office\n",
            "4: the Port Office → Harbour Office",
        ),
        ("places: [“Exampleton”]\n", "places: [Exampleton]\n", "3: “Exampleton” → Exampleton"),
        ("tags:[accident]\n", "tags: [accident]\n", "3: tags:[accident] → tags: [accident]"),
        ("tags: - accident\n", "tags: [accident]\n", "3: tags: - accident → tags: [accident]"),
        ("kind = denied\n", "kind: denied\n", "3: kind = denied → kind: denied"),
        ("summary: A: b # c\n", 'summary: "A: b" # c\n', '3: summary: A: b # c → summary: "A: b" # c'),
        ("summary: “A: b”\n", 'summary: "A: b"\n', '3: summary: “A: b” → summary: "A: b"'),
        ("summary: 'A's b'\n", 'summary: "A\'s b"\n', "3: summary: 'A's b' → summary: \"A's b\""),
        ('summary: "A",\n', 'summary: "A"\n', '3: summary: "A", → summary: "A"'),
        ("summary: @a\n", 'summary: "@a"\n', '3: summary: @a → summary: "@a"'),
        ("summary:\xa0A\n", "summary: A\n", "3: summary:\xa0A → summary: A"),
    ],
)
def test_a_slip_that_means_one_thing_is_mended_and_told(mend, before, after, told):
    head = "date: 2021\ntitle: Ferry sinks\n"
    assert mend(head + before) == ([told], head + after)
    assert check(CONTENT) == []


def test_sources_are_mended_too(mend):
    head = "date: 2021\ntitle: Ferry sinks\nsources:\n"
    told, text = mend(
        head + "  -article: articles/gazette-2021.md\n    quote: '\"Nobody was hurt\" - not one.'\n"
        "    speaker: Adela Sample\n"
    )
    assert text == (
        head
        + "  - article: gazette-2021\n    quote: '“Nobody was hurt” – not one.'\n    speaker: Ada Sample\n"
    )
    assert told == [
        "4: -article: articles/gazette-2021.md → - article: articles/gazette-2021.md",
        "4: articles/gazette-2021.md → gazette-2021",
        '5: "Nobody was hurt" - not one. → “Nobody was hurt” – not one.',
        "6: Adela Sample → Ada Sample",
    ]


def test_tabs_become_spaces_where_their_width_decides_nothing(mend):
    head = "date: 2021\ntitle: Ferry sinks\nsources:\n"
    told, text = mend(head + "\t- article: gazette-2021\n\t  quote: Nobody\n\t  dated: on Thursday\n")
    assert text == head + "  - article: gazette-2021\n    quote: Nobody\n    dated: on Thursday\n"
    assert told[0] == r"4: '\t- article: gazette-2021' → '  - article: gazette-2021'"
    only_four = head + "  - article: gazette-2021\n\tquote: Nobody\n"
    assert mend(only_four)[1] == only_four.replace("\t", "    ")
    unclear = "date: 2021\ntitle: Ferry sinks\nx-desk:\n  checked:\n\tby: Ada\n"
    assert mend(unclear) == ([], unclear)


@pytest.mark.parametrize(
    "text",
    [
        'date: 2021\ntitle: "Ferry sinks\nstatus: draft\n',
        "date: 2021\n<<<<<<< a\ntitle: Ferry\n=======\ntitle: Swan\n>>>>>>> b\n",
        "date: 2021\n title: Ferry sinks\n",
        "date: 2021\ntitle: Ferry sinks\ntitle: Swan\n",
        'date: 2021\ntitle: "Swan" and "Tern"\n',
        "date: 2021\ntitle: 'the crews' strike'\n",
        "date: 2021\ntitle: Ferry sinks\nplaces: [Exampeton]\n",
        "date: 2021\ntitle: Ferry sinks\nactors: Ada Sample, Harbour Office\n",
        "date: 2021\ntitle: Ferry sinks\nstatus: reviewd\n",
        "date: 2021\ntitle: Ferry sinks\ntitel: Swan\n",
        "date: 2021\ntitle: Ferry sinks\nsources: [{url: www.courier.example}]\n",
        b"date: Jan 3 2020\ntitle: F\xe4hre\n",
        "date: Jan 3 2020\ntitle: Ferry\n".encode("utf-16"),
    ],
)
@pytest.mark.usefixtures("site")
def test_what_only_a_person_can_tell_is_left_byte_for_byte(text):
    data = text if isinstance(text, bytes) else text.encode()
    EVENT.write_bytes(data)
    assert list(fix(CONTENT)) == []
    assert EVENT.read_bytes() == data
    assert check(CONTENT) != []


def test_what_comes_before_a_slip_that_is_left_is_mended(mend):
    told, text = mend('date:2021\ntitle: Swan: sinks\nsummary: "All saved\n')
    assert text == 'date: 2021\ntitle: "Swan: sinks"\nsummary: "All saved\n'
    assert len(told) == 2


def test_every_other_byte_stays(mend):
    before = (
        "\ufeff# Desk: « ours »\r\n\r\ndate:   Jan 3 2020   # sic\r\nx-note: 'a  b'   \r\n"
        "title:  >-\r\n  Ferry\r\n\r\n   sinks\r\nactors:  [ Ada Sample ,  HO ]\r\n# the end"
    )
    _, after = mend(before)
    assert after == before.replace("Jan 3 2020", "2020-01-03").replace("HO ]", "Harbour Office ]")


def test_the_front_matter_of_articles_is_mended_and_their_text_is_not(site):
    article = site / "articles" / "courier.md"
    before = (
        "---\r\npublished:  3 March 2021 # on page 2\r\ntitle: Swan: raised\r\nlanguage: EN\r\n---\r\n"
        "published: 3 March 2021\r\n"
    )
    article.write_bytes(before.encode())
    assert [str(change) for change in fix(CONTENT)] == [
        "content/articles/courier.md:2: 3 March 2021 → 2021-03-03",
        'content/articles/courier.md:3: title: Swan: raised → title: "Swan: raised"',
        "content/articles/courier.md:4: EN → en",
    ]
    head = before.replace("  3 March 2021 #", "  2021-03-03 #").replace("Swan: raised", '"Swan: raised"')
    assert article.read_bytes().decode() == head.replace("EN", "en")


def test_an_article_with_a_byte_order_mark_keeps_it(site):
    article = site / "articles" / "courier.md"
    article.write_bytes("\ufeff---\npublished: May 2021\ntitle: Swan\n---\nRaised.\n".encode())
    assert [change.new for change in fix(CONTENT)] == ["2021-05"]
    assert article.read_bytes() == "\ufeff---\npublished: 2021-05\ntitle: Swan\n---\nRaised.\n".encode()


def test_the_words_of_the_article_take_the_place_of_those_that_an_editor_changed(mend):
    head = "date: 2021\ntitle: Ferry sinks\nsources:\n  - article: gazette-2021\n"
    told, text = mend(
        head
        + """    quote: >-\n      "Nobody was hurt"\n      - not one.  \n    dated: 'was hurt" - not'\n"""
    )
    assert len(told) == 2
    assert check(CONTENT) == []
    assert "“Nobody was hurt” – not one." in text
    assert "dated: 'was hurt” – not'\n" in text


def test_mending_again_changes_nothing(mend):
    _, text = mend("date: Jan 3 2020\ntitle: Swan: sinks\nactors: HO\nkind: Planned\nstatus: ok\n")
    assert mend(text) == ([], text)


def test_a_file_is_written_whole_or_not_at_all(mend, monkeypatch):
    def full(*_):
        raise WriteError("no space left")

    monkeypatch.setattr(fixing_module, "write_whole", full)
    with pytest.raises(WriteError):
        mend("date: Jan 3 2020\ntitle: Ferry sinks\n")
    assert EVENT.read_bytes() == b"date: Jan 3 2020\ntitle: Ferry sinks\n"


def test_a_link_is_not_followed(site, tmp_path):
    outside = tmp_path / "ferry.yml"
    outside.write_bytes(b"date: Jan 3 2020\ntitle: Ferry sinks\n")
    (site / "events" / "ferry.yml").symlink_to(outside)
    assert list(fix(CONTENT)) == []
    assert outside.read_bytes() == b"date: Jan 3 2020\ntitle: Ferry sinks\n"


LINES = st.lists(
    st.sampled_from(
        [
            "date: Jan 3 2020",
            "date:2021",
            "title: Swan: sinks",
            "title: “Ferry”",
            "# a: comment",
            "actors: HO",
            "places: [Exampleton, “Here”]",
            "\tkind: Planned",
            "kind: planned,",
            "x-own:  'kept'  ",
            "sources:",
            "  - article: gazette-2021.md",
            "  -article: gazette-2021",
            "    quote: Nobody was harmed",
            "\t  quote: the HO",
            "",
            '"',
        ]
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_only_lines_that_are_told_change(lines, newline):
    """And mending what is mended changes nothing."""
    text = newline.join(lines) + newline

    def mended(text):
        def findings(text):
            return read_text(text, "ferry.yml", "events/ferry.yml").findings

        return fixing_module._fixed(text, "ferry.yml", 1, findings)

    from dateline.events.reading import read_text

    after, changes = mended(text)
    told = {change.line for change in changes}
    before = text.split(newline)
    assert len(after.split(newline)) == len(before)
    for number, (old, new) in enumerate(zip(before, after.split(newline), strict=True), 1):
        assert old == new or number in told
