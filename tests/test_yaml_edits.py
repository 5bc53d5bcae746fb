"""Edits of YAML that people wrote: what is put in is read back, and nothing around it changes."""

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.exceptions import DatelineError
from dateline.yaml_edits import AddEntry, AddItems, AddKey, edit_yaml, scalar
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

    def test_a_path_that_leads_nowhere_is_refused(self):
        """The error names the path."""
        with pytest.raises(DatelineError, match=r"there is no 3\.also"):
            edited("- name: a\n", AddItems((3, "also"), ("c",)))


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
