"""Edits of YAML that people wrote: what is put in is read back, and nothing around it changes."""

import re
from collections import Counter

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.exceptions import DatelineError
from dateline.yaml_edits import AddEntry, AddItems, AddKey, Remove, SetValue, edit_yaml, scalar
from dateline.yaml_text import load_text_yaml, plain


def edited(text, *edits):
    return edit_yaml(text, edits, "a.yml")


def read(text):
    return plain(load_text_yaml(text, "a.yml"))


def is_subsequence(short, long):
    rest = iter(long)
    return all(char in rest for char in short)


class TestItems:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("also: [a, b]\n", "also: [a, b, c]\n"),
            ("also: [ a, b ]  # two\n", "also: [ a, b, c ]  # two\n"),
            ("also: [a, b,]\n", "also: [a, b, c,]\n"),
            ("also: []\n", "also: [c]\n"),
            ("also: [a, # one\n  b # two\n  ]\n", "also: [a, # one\n  b, c # two\n  ]\n"),
            ("also:\n  - a\n  - b  # two\n\nname: x\n", "also:\n  - a\n  - b  # two\n  - c\n\nname: x\n"),
            ("also:\n- a\nname: x", "also:\n- a\n- c\nname: x"),
            ("also:\n- a", "also:\n- a\n- c"),
            ("also:\nname: x\n", "also: [c]\nname: x\n"),
            ("also:   # none yet\nname: x\n", "also: [c]   # none yet\nname: x\n"),
            ("{name: x, also: [a]}\n", "{name: x, also: [a, c]}\n"),
            ("also:\n  - a\n  - |\n    b\n\n\nname: x\n", "also:\n  - a\n  - |\n    b\n  - c\n\n\nname: x\n"),
            ("also:\r\n  - a\r\nname: x\r\n", "also:\r\n  - a\r\n  - c\r\nname: x\r\n"),
            ("\ufeffalso: [a]\n", "\ufeffalso: [a, c]\n"),
        ],
    )
    def test_a_list_gets_the_item_in_the_style_it_has(self, before, after):
        """Flow lists stay flow lists, block lists block lists; comments, blanks and line ends stay."""
        assert edited(before, AddItems(("also",), ("c",))) == after

    def test_a_long_flow_list_goes_on_in_a_new_line(self):
        """No line grows past what fits on a screen."""
        text = edited(f"- name: x\n  also: [{'a' * 80}]\n", AddItems((0, "also"), ("b" * 20, "c")))
        assert text == f"- name: x\n  also: [{'a' * 80},\n    {'b' * 20}, c]\n"

    def test_items_of_several_edits_come_in_order(self):
        """Two edits of one list are as one."""
        assert (
            edited("also: []\n", AddItems(("also",), ("a",)), AddItems(("also",), ("b",))) == "also: [a, b]\n"
        )

    def test_what_is_no_list_is_refused(self):
        """Nothing is guessed: a text is not made a list."""
        with pytest.raises(DatelineError, match="no list"):
            edited("also: a\n", AddItems(("also",), ("c",)))


class TestKeys:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("- name: x\n  kind: place\n", "- name: x\n  kind: place\n  also: [c]\n"),
            ("- name: x # y\n\n# next\n- name: z\n", "- name: x # y\n  also: [c]\n\n# next\n- name: z\n"),
            ("- {name: x}\n", "- {name: x, also: [c]}\n"),
            ("-   name: x", "-   name: x\n    also: [c]"),
            ("- name: x\n  kind:\n", "- name: x\n  kind:\n  also: [c]\n"),
        ],
    )
    def test_a_mapping_gets_the_key_below_its_last(self, before, after):
        """The key stands where the others stand."""
        assert edited(before, AddKey((0,), "also", ("c",))) == after

    def test_a_mapping_gets_the_key_below_another(self):
        """Keys can keep the order that people are used to."""
        text = edited("a: 1  # one\nz:\n  - y\n", AddKey((), "b", "2 of them", after="a"))
        assert text == "a: 1  # one\nb: 2 of them\nz:\n  - y\n"

    def test_a_key_that_is_there_is_refused(self):
        """A value is never overwritten."""
        with pytest.raises(DatelineError, match="cannot be added"):
            edited("name: x\n", AddKey((), "name", "y"))

    def test_items_and_a_key_at_one_place(self):
        """What belongs to the inner list comes before the key of the outer mapping."""
        text = edited("- also:\n  - a\n", AddKey((0,), "name", "x"), AddItems((0, "also"), ("c",)))
        assert text == "- also:\n  - a\n  - c\n  name: x\n"


NEW = (("name", "new"), ("also", ("c", "d")))


class TestEntries:
    @pytest.mark.parametrize(
        ("before", "at", "after"),
        [
            ("", None, "- name: new\n  also: [c, d]\n"),
            ("# people\n", None, "# people\n- name: new\n  also: [c, d]\n"),
            ("- name: a\n", None, "- name: a\n- name: new\n  also: [c, d]\n"),
            ("- name: a", None, "- name: a\n- name: new\n  also: [c, d]"),
            ("- name: a\n- name: z\n", 1, "- name: a\n- name: new\n  also: [c, d]\n- name: z\n"),
            (
                "- name: a\n\n# of z\n- name: z\n\n- name: zz\n",
                1,
                "- name: a\n\n- name: new\n  also: [c, d]\n\n# of z\n- name: z\n\n- name: zz\n",
            ),
            (
                "- name: a\n  # of a\n- name: z\n",
                1,
                "- name: a\n  # of a\n- name: new\n  also: [c, d]\n- name: z\n",
            ),
            (
                "# head\n\n# of z\n- name: z\n",
                0,
                "# head\n\n- name: new\n  also: [c, d]\n# of z\n- name: z\n",
            ),
            ("# head\n- name: z\n", 0, "# head\n- name: new\n  also: [c, d]\n- name: z\n"),
            ("[{name: a}]\n", None, "[{name: a}, {name: new, also: [c, d]}]\n"),
            ("- name: a\r\n", None, "- name: a\r\n- name: new\r\n  also: [c, d]\r\n"),
        ],
    )
    def test_a_list_gets_the_entry_where_it_belongs(self, before, at, after):
        """Comments stay with what they are about; entries parted by blank lines stay so."""
        assert edited(before, AddEntry((), NEW, at)) == after

    def test_an_empty_key_gets_its_first_entry(self):
        """A list below a key starts two further in."""
        text = edited("title: t\nsources:\n", AddEntry(("sources",), (("article", "x"),)))
        assert text == "title: t\nsources:\n  - article: x\n"

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("k: []  # c\nz: 1\n", "k:  # c\n  - a: x\nz: 1\n"),
            ("k: []", "k:\n  - a: x"),
            ("k: [ # c\n]\n", "k: [{a: x} # c\n]\n"),
        ],
    )
    def test_empty_brackets_make_way_for_an_entry(self, before, after):
        """An entry stands in lines of its own, unless a comment stands between the brackets."""
        assert edited(before, AddEntry(("k",), (("a", "x"),))) == after

    def test_empty_brackets_make_way_for_several_entries(self):
        """They come in their order."""
        entries = (AddEntry((0, "k"), (("a", "x"),)), AddEntry((0, "k"), (("a", "w"),)))
        assert edited("- k: []\n", *entries) == "- k:\n    - a: x\n    - a: w\n"

    def test_a_path_that_leads_nowhere_is_refused(self):
        """The error names the path."""
        with pytest.raises(DatelineError, match=r"there is no 3\.also"):
            edited("- name: a\n", AddItems((3, "also"), ("c",)))


class TestValues:
    @pytest.mark.parametrize(
        ("before", "value", "after"),
        [
            ("k: old\nz: 1\n", "new", "k: new\nz: 1\n"),
            ("k:   old   # why\n", "new", "k:   new   # why\n"),
            ("k: 'old'  # why\n", "it's", "k: 'it''s'  # why\n"),
            ('k: "old"\n', 'a "new" one', 'k: "a \\"new\\" one"\n'),
            ("k: old\n", "yes: no", 'k: "yes: no"\n'),
            ("k: Jan 3 2020 # ?\n", "2020-01-03", "k: 2020-01-03 # ?\n"),
            ("k: '2020'\n", "2020-01", "k: '2020-01'\n"),
            ("k: 4\n", "5", "k: 5\n"),
            ("k: old\n", "[a", 'k: "[a"\n'),
            ("{k: old, z: 1}\n", "a, b", '{k: "a, b", z: 1}\n'),
            ("k:\nz: 1\n", "new", "k: new\nz: 1\n"),
            ("k:  # none\nz: 1\n", "new", "k: new  # none\nz: 1\n"),
            ("k: old", "new", "k: new"),
            ("k: old\r\nz: 1\r\n", "new", "k: new\r\nz: 1\r\n"),
            ("\ufeffk: old\n", "new", "\ufeffk: new\n"),
            ("k: a\n  b  # c\nz: 1\n", "new", "k: new  # c\nz: 1\n"),
            ("k: >-  # c\n  a\n  b\n\n# d\nz: 1\n", "new one", "k: >-  # c\n  new one\n\n# d\nz: 1\n"),
            ("k: |\n  a\n   b\nz: 1\n", "new one", "k: >-\n  new one\nz: 1\n"),
            ("k: >-\n  a\nz: 1\n", "new\ntwo", 'k: "new\\ntwo"\nz: 1\n'),
            ("k: >-\n  a", "new", "k: >-\n  new"),
            ("k:\n  - a\n", "new", None),
            ("k: [a]  # c\n", "new", "k: new  # c\n"),
            ("k: [a, # b\n  c]\n", "new", None),
        ],
    )
    def test_a_text_is_replaced_in_the_style_it_has(self, before, value, after):
        """Quotes and folding stay where the new text allows; what stands around it always does."""
        if after is None:
            with pytest.raises(DatelineError, match=r"^a\.yml:[12]:\d+: .*write by hand k: new"):
                edited(before, SetValue(("k",), value))
        else:
            assert edited(before, SetValue(("k",), value)) == after

    def test_a_long_text_is_folded(self):
        """No line grows past what fits on a screen, and the comment stays beside the key."""
        words = " ".join(["word"] * 30)
        text = edited("k: old  # c\nz: 1\n", SetValue(("k",), words))
        first, rest = " ".join(["word"] * 19), " ".join(["word"] * 11)
        assert text == f"k: >-  # c\n  {first}\n  {rest}\nz: 1\n"

    @pytest.mark.parametrize(
        ("before", "value", "after"),
        [
            ("k: [a, b]  # c\n", ["a", "x"], "k: [a, x]  # c\n"),
            ("k: ['a', b]\n", ["a"], "k: ['a']\n"),
            ("k: [ a, b ]\n", ["b"], "k: [ b ]\n"),
            ("k: [a, # one\n  b] # two\n", ["a", "x"], "k: [a, # one\n  x] # two\n"),
            ("k: [a, # one\n  b]\n", ["b"], None),
            ("k: [a]\n", [], "k: []\n"),
            ("k: []\n", ["a"], "k: [a]\n"),
            ("k: a\n", ["a", "b"], "k: [a, b]\n"),
            ("k: # c\nz: 1\n", ["a", "b"], "k: [a, b] # c\nz: 1\n"),
            ("k: >-  # c\n  a\nz: 1\n", ["a", "b"], "k: [a, b]  # c\nz: 1\n"),
            ("k:\n  - a  # one\n  - b\nz: 1\n", ["a", "x", "w"], "k:\n  - a  # one\n  - x\n  - w\nz: 1\n"),
            ("k:\n  - a  # one\n  - b\nz: 1\n", ["b"], "k:\n  # one\n  - b\nz: 1\n"),
            ("k:\n- a\n\n# of b\n- b\n", ["a"], "k:\n- a\n\n# of b\n"),
            ("k:\n- b\n", ["a", "b"], "k:\n- a\n- b\n"),
            ("k: # c\n- a # d\n- b\nz: 1\n", [], "k: [] # c\n# d\nz: 1\n"),
            ("k:\r\n- a\r\n- b\r\n", ["b"], "k:\r\n- b\r\n"),
            ("k: {a: b}\n", ["c"], None),
        ],
    )
    def test_a_list_is_changed_item_by_item(self, before, value, after):
        """An item that stays keeps its quotes, its place and the comment beside it; no comment goes."""
        if after is None:
            with pytest.raises(DatelineError):
                edited(before, SetValue(("k",), value))
        else:
            assert edited(before, SetValue(("k",), value)) == after

    def test_a_value_in_an_entry_of_a_list(self):
        """A path leads through lists and mappings; a text is folded where its key stands."""
        before = "- date: 2020\n  l:\n    - q: old\n      z: 1\n"
        assert edited(before, SetValue((0, "l", 0, "q"), "new")) == before.replace("old", "new")
        long = "word " * 19 + "word"
        assert edited(before, SetValue((0, "l", 0, "q"), long)) == before.replace(
            "old", f">-\n        {'word ' * 17}word\n        word word"
        )

    def test_a_path_that_leads_nowhere_is_refused(self):
        """A key that is not there is added, not set."""
        with pytest.raises(DatelineError, match="there is no k"):
            edited("z: 1\n", SetValue(("k",), "new"))

    def test_several_edits_at_once(self):
        """Paths are those before any of the edits."""
        text = "a: 1 # one\nk: [x]\nt: old\n"
        edits = [Remove(("k",)), AddKey((), "m", "new"), SetValue(("t",), "new"), SetValue(("a",), "2")]
        assert edited(text, *edits) == "a: 2 # one\nt: new\nm: new\n"

    def test_two_edits_of_one_value_are_refused(self):
        """Which of two values is meant cannot be known."""
        with pytest.raises(DatelineError, match="write by hand k: b"):
            edited("k: a\n", SetValue(("k",), "b"), SetValue(("k",), "c"))


class TestRemoving:
    @pytest.mark.parametrize(
        ("before", "path", "after"),
        [
            ("a: 1\nk: 2\nz: 3\n", ("k",), "a: 1\nz: 3\n"),
            ("a: 1\nk: 2  # c\nz: 3\n", ("k",), "a: 1\n# c\nz: 3\n"),
            ("# head\nk: 2\nz: 3\n", ("k",), "# head\nz: 3\n"),
            ("k: 2\nz: 3\n", ("k",), "z: 3\n"),
            ("a: 1\nk: >-\n  b # no comment\n\nz: 3\n", ("k",), "a: 1\n\nz: 3\n"),
            ("a: 1\nk: # c\n  - b # d\n  # e\nz: 3\n", ("k",), "a: 1\n# c\n# d\n  # e\nz: 3\n"),
            ("a: 1\nk: 2", ("k",), "a: 1"),
            ("a: 1\r\nk: 2\r\n", ("k",), "a: 1\r\n"),
            ("{a: 1, k: 2, z: 3}\n", ("k",), "{a: 1, z: 3}\n"),
            ("{a: 1, k: 2}\n", ("k",), "{a: 1}\n"),
            ("- k: 1\n  z: 2\n- b: 3\n", (0, "k"), "- z: 2\n- b: 3\n"),
            ("- k: 1\n  z: 2\n- b: 3\n", (0,), "- b: 3\n"),
            ("- k: 1\n  z: 2\n- b: 3\n", (1,), "- k: 1\n  z: 2\n"),
            ("- k: 1 # c\n  z: 2\n", (0, "k"), None),
            ("- [a, b]\n", (0, 0), "- [b]\n"),
            ("k: 1\n", ("k",), ""),
        ],
    )
    def test_what_is_taken_out_takes_no_comment_with_it(self, before, path, after):
        """Only the key and its value go; the comments stay where they can, or nothing is done."""
        if after is None:
            with pytest.raises(DatelineError, match=r"a\.yml:1:6: .* take out by hand 0\.k"):
                edited(before, Remove(path))
        else:
            assert edited(before, Remove(path)) == after


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
SNIPPETS = r"""
# about
  # aside
- name: a
- name: c  # who
- {name: b}
  kind: place
  also: [x, 'y']
  also: ["x",
     y]
  also: []
  also:
    - x
  - x
  note: |
  note: >-
  note: |+
    words
     more
-
- - q
- 'z
   z'
[a]
{a: b}
---
...
"""
LINES = st.lists(st.sampled_from([*SNIPPETS.splitlines(), "   "]), max_size=12)


@given(TEXTS)
def test_a_scalar_is_read_back(text):
    """Whatever a name is made of, it reads as what it was, in a list of either style."""
    assert read(f"- {scalar(text)}\n") == [text]
    assert read(f"[{scalar(text)}, a]\n") == [text, "a"]
    assert read(f"a: {scalar(text)}\n") == {"a": text}


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.data())
def test_everything_around_an_edit_stays(lines, newline, end, data):
    """The old text is left whole inside the new one, which reads as was asked; or the edit is refused."""
    text = newline.join(lines) + (newline if end else "")
    try:
        document = read(text)
    except DatelineError:
        assume(False)
    assume(isinstance(document, list) or document == {})
    item = data.draw(TEXTS)
    edits = [AddEntry((), (("name", item),), data.draw(st.none() | st.integers(0, len(document))))]
    wanted = list(document) if document else []
    for number, entry in enumerate(wanted):
        if isinstance(entry, dict) and isinstance(entry.get("also"), list):
            edits.append(AddItems((number, "also"), (item,)))
            wanted[number] = entry | {"also": [*entry["also"], item]}
        elif isinstance(entry, dict) and "also" not in entry:
            edits.append(AddKey((number,), "also", (item, item)))
            wanted[number] = entry | {"also": [item, item]}
    wanted.insert(len(wanted) if edits[0].before is None else edits[0].before, {"name": item})
    try:
        result = edited(text, *edits)
    except DatelineError:
        return
    assert read(result) == wanted
    assert is_subsequence(text, result)


def comments(text):
    """All comments, as the parser leaves them between its scalars."""
    found, last = [], 0
    for token in yaml.scan(text):
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            header = text[token.start_mark.index :].splitlines()[0]
            found += re.findall(r"(?<!\S)#[^\r\n]*", header)
        if isinstance(token, yaml.ScalarToken):
            found += re.findall(r"(?<!\S)#[^\r\n]*", text[last : token.start_mark.index])
            last = token.end_mark.index
    return Counter(found + re.findall(r"(?<!\S)#[^\r\n]*", text[last:]))


PIECES = [
    ["kind: place  # c1", "kind: 'a # b'", 'kind: "x"', "kind:", "kind:   # c2", "kind: a\n    b  # c3"],
    ["also: [x, 'y']  # c4", "also: []", "also:\n    - x  # c5\n    - y", "also: [x, # c6\n    y]"],
    ["note: >-  # c7\n    a # b\n\n    b", "note: |\n    a\n     b", "note: |+\n    a\n", "note: {a: b}"],
    ["# c8", "", "  # c9"],
]


@st.composite
def entries(draw):
    """An entry of some of the pieces, in any order."""
    pieces = [draw(st.none() | st.sampled_from(some)) for some in PIECES]
    drawn = [piece for piece in draw(st.permutations(pieces)) if piece is not None]
    return "\n".join(["- name: a  # c0", *(f"  {piece}" if piece else "" for piece in drawn)])


LISTS = st.lists(entries() | st.sampled_from(["- {name: b, kind: c}", "- x", "- 'z' # c", "# c"]), min_size=1)


@given(LISTS, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.data())
def test_a_replacement_leaves_all_else(lines, newline, end, data):
    """Other values read as before and no comment is lost; or the edit is refused."""
    text = "\n".join(lines).replace("\n", newline) + (newline if end else "")
    document = read(text)
    assume(document)
    number = data.draw(st.integers(0, len(document) - 1))
    entry = document[number]
    if isinstance(entry, dict) and entry and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(sorted(entry)))
        owner, path = entry, (number, key)
    else:
        owner, path = document, (number,)
    if data.draw(st.booleans()):
        value = data.draw(TEXTS | st.lists(TEXTS, max_size=3))
        edit, owner[path[-1]] = SetValue(path, value), value
    else:
        edit = Remove(path)
        del owner[path[-1]]
    try:
        result = edited(text, edit)
    except DatelineError:
        return
    assert read(result) == document
    assert comments(text) <= comments(result)
    assert (newline == "\r\n") or "\r" not in result


@given(
    st.lists(
        st.fixed_dictionaries({"name": TEXTS}, optional={"also": st.lists(TEXTS, max_size=3)}), max_size=6
    )
)
def test_what_a_dumper_writes_can_be_added_to(entries):
    """Text of any kind in names and lists is no hindrance."""
    for flow in (False, True, None):
        text = yaml.safe_dump(entries, allow_unicode=True, default_flow_style=flow) if entries else ""
        result = edited(text, AddEntry((), NEW, 0))
        assert read(result) == [{"name": "new", "also": ["c", "d"]}, *read(text)]
