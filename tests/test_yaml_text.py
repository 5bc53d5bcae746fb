"""Reading YAML as text: values stay what was typed, places are known, slips are explained."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline import yaml_text
from dateline.exceptions import YamlTextError
from dateline.findings import Finding
from dateline.yaml_text import ListNode, MapNode, load_text_yaml, plain


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    """Every behaviour holds with libyaml and without it."""
    monkeypatch.setattr(yaml_text, "_LOADER", getattr(yaml, request.param))


def read(text: str):
    return plain(load_text_yaml(text, "a.yml"))


def error(text: str) -> Finding:
    """The first finding."""
    with pytest.raises(YamlTextError) as caught:
        load_text_yaml(text, "a.yml")
    return caught.value.findings[0]


@pytest.mark.usefixtures("loader")
class TestValues:
    @pytest.mark.parametrize(
        "value",
        [
            "2014",
            "NO",
            "12:30",
            "2020-01-03",
            "0x1F",
            "null",
            "~",
            "1e3",
            "on",
            "007",
            "2014-06/..",
            "=",
            "<<",
        ],
    )
    def test_a_scalar_is_the_characters_that_were_typed(self, value: str):
        assert read(f"date: {value}") == {"date": value}

    def test_quotes_blocks_lists_and_mappings_keep_their_meaning(self):
        text = "a: \"x: y\"\nb: 'it''s'\nc: >-\n  one\n  two\nd: [p, q]\ne:\n  - f: g\n"
        assert read(text) == {"a": "x: y", "b": "it's", "c": "one two", "d": ["p", "q"], "e": [{"f": "g"}]}

    def test_an_empty_value_is_the_empty_text(self):
        assert read("title:\ndate: 2020") == {"title": "", "date": "2020"}

    @pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
    def test_an_empty_document_is_an_empty_mapping(self, text: str):
        assert read(text) == {}

    def test_a_list_may_be_the_whole_document(self):
        assert read("- a: b\n- a: c\n") == [{"a": "b"}, {"a": "c"}]

    def test_a_byte_order_mark_and_windows_line_ends_change_nothing(self):
        assert read("\ufefftitle: x\r\ndate: y\r\n") == {"title": "x", "date": "y"}


@pytest.mark.usefixtures("loader")
class TestPlaces:
    def test_keys_and_values_know_line_and_column_counted_from_one(self):
        root = load_text_yaml("title: x\nsources:\n  - article: y\n", "a.yml")
        assert isinstance(root, MapNode)
        sources = root.get("sources")
        assert isinstance(sources, ListNode)
        [source] = sources.items
        assert isinstance(source, MapNode)
        [(key, value)] = source.items
        assert [(n.line, n.col) for n in (root, sources, source, key, value)] == [
            (1, 1),
            (3, 3),
            (3, 5),
            (3, 5),
            (3, 14),
        ]

    def test_first_line_moves_every_line(self):
        root = load_text_yaml("title: x\ndate: y\n", "a.md", first_line=2)
        assert [(key.line, value.line) for key, value in root.items] == [(2, 2), (3, 3)]
        with pytest.raises(YamlTextError, match=r"^a\.md:3:1: the key 'a' is given twice, first on line 2"):
            load_text_yaml("a: 1\na: 2\n", "a.md", first_line=2)

    def test_get_is_none_for_a_missing_key(self):
        root = load_text_yaml("title: x", "a.yml")
        assert isinstance(root, MapNode)
        assert root.get("date") is None


@pytest.mark.usefixtures("loader")
class TestRefused:
    @pytest.mark.parametrize(
        ("text", "place", "says"),
        [
            ("title: &top x", (1, 8), 'in quotes: title: "&top x"'),
            ("a: b\ntitle: *top", (2, 8), 'in quotes: title: "*top"'),
            ("title: !Kung", (1, 8), 'in quotes: title: "!Kung"'),
            ("title: !!python/object:x y", (1, 8), "is a tag"),
            ("a: 1\nb: 2\na: 3", (3, 1), "the key 'a' is given twice, first on line 1"),
            ("a: b\n---\nc: d", (2, 1), "a second document starts here"),
            ("just words", (1, 1), "this line has no key"),
            ("[a, b]: c", (1, 1), "a key must be a plain word"),
            ("a: " + "[" * 25 + "]" * 25, (1, 23), "more than 20 levels deep"),
            ("a: x\x07y", (1, 5), "U+0007"),
            ("a: b\n<<<<<<< ours\nc: d\n=======\n>>>>>>> theirs", (2, 1), "merge conflict"),
        ],
    )
    def test_what_could_hide_or_multiply_content(self, text: str, place: tuple[int, int], says: str):
        caught = error(text)
        assert (caught.line, caught.col) == place
        assert says in str(caught)

    def test_more_than_a_megabyte(self):
        assert "more than 1 MB" in str(error("a: " + "x" * 1_000_000))

    def test_an_error_starts_with_name_line_and_column(self):
        assert str(error("title: x\ntitle: y")).startswith("a.yml:2:1: ")


@pytest.mark.usefixtures("loader")
class TestSlips:
    """What people get wrong is named at its place, with what to write instead."""

    @pytest.mark.parametrize(
        ("text", "place", "says"),
        [
            ("title: Iran: talks\ndate: 2020", (1, 12), 'write title: "Iran: talks"'),
            ("title: “Iran: talks”", (1, 8), 'write title: "Iran: talks"'),
            ('a:\n  - quote: He said: "yes"', (2, 19), r'write quote: "He said: \"yes\""'),
            ("date: 2020\ntitle:Talks", (2, 7), "write title: Talks"),
            ("title:Talks\ndate: 2020", (1, 7), "write title: Talks"),
            ("title:Talks", (1, 7), "write title: Talks"),
            ("title Talks\ndate: 2020", (1, 1), "this line has no key"),
            ("date: 2020\ntitle Talks\na: b", (2, 1), "this line has no key"),
            ('title: "Talks\nsummary: "they met"', (1, 8), 'write " at the end'),
            ("title: 'Talks", (1, 8), "write ' at the end"),
            ("title: 'Iran's talks'\na: b", (1, 14), """write title: "Iran's talks\""""),
            ('title: "Swan" and "Tern"\na: b', (1, 14), r'write title: "\"Swan\" and \"Tern\""'),
            ('title: "They said "no" to it"', (1, 20), r'write title: "They said \"no\" to it"'),
            ("title: 'the crews' strike'", (1, 19), """write title: "the crews' strike\""""),
            ("title: “Swan” sinks: three dead", (1, 20), 'write title: "“Swan” sinks: three dead"'),
            ("title: “Swan”: “Tern”", (1, 14), 'write title: "“Swan”: “Tern”"'),
            ("title: “The Swan’s end: no one hurt”", (1, 8), 'write title: "The Swan’s end: no one hurt"'),
            ("a: é\ntitle: Ferry #3 sinks\nb: c", (2, 14), 'write title: "Ferry #3 sinks", or a blank after'),
            ("sources:\n  – article: a\n    quote: b", (2, 3), "write - article: a"),
            ('title: "Talks" in Paris', (1, 15), r'write title: "\"Talks\" in Paris"'),
            ("a: b\n\tc: d", (2, 1), "write spaces instead"),
            (
                "a: b\n c: d",
                (2, 2),
                "starts with 1 space, which fits none of the lines above: start it with 0",
            ),
            (
                "  a: b\nc: d",
                (2, 1),
                "starts with no space, which fits none of the lines above: start it with 2",
            ),
            ("title: @home", (1, 8), 'write title: "@home"'),
            ("title: %5", (1, 8), 'write title: "%5"'),
            ("title: *Breaking* news", (1, 8), 'write title: "*Breaking* news"'),
            ("title: [Update] Talks\na: b", (1, 8), 'write title: "[Update] Talks"'),
            ("actors: [Iran, Iraq\na: b", (1, 9), "write ] at the end"),
            ("title: > 5 killed", (1, 8), 'write title: "> 5 killed"'),
            ("tags: - talks", (1, 7), "write tags: [talks]"),
        ],
    )
    def test_slip(self, text: str, place: tuple[int, int], says: str):
        caught = error(text)
        assert says in str(caught)
        assert (caught.line, caught.col) == place

    def test_a_wrong_escape_names_the_backslash(self):
        assert r"write \\ for a backslash" in error('title: "a\\d"').fix


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcxyz", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcxyz", min_size=1), VALUES, min_size=1, max_size=4))
def test_what_yaml_writes_is_read_back(document: dict):
    """Reading undoes writing, for every text, list and mapping."""
    assert read(yaml.safe_dump(document, allow_unicode=True)) == document


@given(st.text(st.sampled_from("ab: -\n\t'\"[]{}#&*!|>%@,?\\\ufeff\x85…é"), max_size=40) | st.text())
def test_any_text_is_read_or_explained(text: str):
    """No input raises anything but YamlTextError, which says where and what to write."""
    try:
        problem = None
        root = load_text_yaml(text, "a.yml")
    except YamlTextError as caught:
        problem = caught
    if problem:
        assert problem.findings
        for finding in problem.findings:
            assert finding.path == "a.yml"
            assert finding.line >= 1
            assert finding.col >= 1
            assert finding.message
            assert finding.fix
    else:
        assert isinstance(root, MapNode | ListNode)
