"""``names.yml``: people edit it, and what they typed and took out stays so."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exceptions import YamlTextError
from dateline.model import Naming
from dateline.names import Name, Names, propose, read_names, write_names
from dateline.names.reading import MEMORY_NAME
from dateline.names.records import spelling_key


@pytest.fixture
def path(tmp_path):
    return tmp_path / "names.yml"


@pytest.fixture
def run(path, namings):
    """Read, propose and write, as a conversion does; the names that it works with."""

    def convert(*articles):
        names = propose(namings(*articles), read_names(path))
        write_names(names, path)
        return names

    return convert


def text_of(path):
    return path.read_bytes().decode()


TWO = (
    ["organisation Federal Grain Board | FGB", "person Ada Lund", "place Orsa"],
    ["organisation FGB", "person Lady Ada Lund", "place Velmark"],
)


def line(name, *also):
    return json.dumps({"name": name, "kind": "person", "also": also})


class TestWriting:
    def test_a_first_run_writes_what_is_worth_having(self, path, run):
        """Sorted by name, with the kind and, where there are some, the other spellings."""
        run(*TWO)
        _, _, entries = text_of(path).partition("\n\n")
        assert entries == (
            "- name: Ada Lund\n  kind: person\n  also: [Lady Ada Lund]\n"
            "- name: Federal Grain Board\n  kind: organisation\n  also: [FGB]\n"
        )
        assert text_of(path).startswith("# ")

    def test_without_anything_to_say_there_is_no_file(self, path, run):
        """A site of one article without names stays as it is."""
        run(["person Ada Lund"])
        assert not path.exists()
        assert not path.with_name(MEMORY_NAME).exists()

    def test_a_second_run_changes_no_byte(self, path, run):
        """Neither in the file nor in the memory."""
        run(*TWO)
        before = text_of(path), path.with_name(MEMORY_NAME).read_bytes()
        run(*TWO)
        assert (text_of(path), path.with_name(MEMORY_NAME).read_bytes()) == before

    def test_what_was_added_is_told(self, path, namings):
        """New entries whole, and known ones with what they gained."""
        path.write_text("- name: Federal Grain Board\n  kind: organisation\n")
        assert write_names(propose(namings(*TWO), read_names(path)), path) == (
            Name("Ada Lund", "person", ("Lady Ada Lund",)),
            Name("Federal Grain Board", "organisation", ("FGB",)),
        )

    def test_the_memory_has_one_line_a_name_in_order(self, path, run):
        """So that two branches merge."""
        run(*TWO)
        lines = path.with_name(MEMORY_NAME).read_text().splitlines()
        assert [json.loads(line)["name"] for line in lines] == ["Ada Lund", "Federal Grain Board"]


TYPED = (
    "# mine\r\n\r\n- kind: organisation   # of the state\r\n  name: 'Federal Grain Board'\r\n"
    '  also:\r\n    - "The Board"\r\n\r\n# last\r\n- name:   Zed Zorn\r\n  kind: person\r\n'
)


class TestAPersonsFile:
    def test_what_was_typed_stays_byte_for_byte(self, path, run):
        """Comments, order, quoting, blank lines and line ends; new entries come in the order of names."""
        path.write_bytes(TYPED.encode())
        run(*TWO)
        typed = TYPED.replace('"The Board"\r\n', '"The Board"\r\n    - FGB\r\n')
        new = "- name: Ada Lund\r\n  kind: person\r\n  also: [Lady Ada Lund]\r\n\r\n"
        assert text_of(path) == typed.replace("- kind: org", f"{new}- kind: org")

    def test_in_a_file_without_order_new_entries_come_last(self, path, run):
        """Somebody's own order is not guessed at."""
        typed = "- name: Zed\n  kind: person\n- name: Abe\n  kind: person\n"
        path.write_text(typed)
        run(*TWO)
        assert text_of(path).startswith(f"{typed}- name: Ada Lund\n")

    def test_a_changed_name_is_used_everywhere(self, path, run):
        """The old one becomes a spelling of it."""
        run(*TWO)
        path.write_text(text_of(path).replace("name: Federal Grain Board", "name: Grain Office"))
        names = run(*TWO)
        assert names.canonical("FGB") == names.canonical("Federal Grain Board") == "Grain Office"
        assert "also: [FGB, Federal Grain Board]" in text_of(path)
        assert "name: Federal Grain Board" not in text_of(path)

    def test_a_changed_name_of_an_entry_without_spellings_too(self, path, run):
        """It stands where the old one stood, and no article knows it."""
        articles = (
            ["place Aville", "place Bombay", "place Cville"],
            ["place Aville", "place Bombay", "place Cville"],
        )
        run(*articles)
        path.write_text(text_of(path).replace("name: Bombay", "name: Mumbai"))
        assert run(*articles).canonical("Bombay", "place") == "Mumbai"
        assert text_of(path).count("name: Bombay") == 0
        before = text_of(path)
        run(*articles)
        assert text_of(path) == before

    def test_a_spelling_taken_out_does_not_come_back(self, path, run):
        """Nor does it mean that name any more."""
        run(*TWO)
        path.write_text(text_of(path).replace("  also: [FGB]\n", ""))
        before = text_of(path)
        for _ in range(2):
            names = run(*TWO)
            assert text_of(path) == before
        assert names.canonical("FGB", "organisation", "a1") == "FGB"

    def test_an_entry_taken_out_does_not_come_back(self, path, run):
        """However often the articles are converted."""
        run(*TWO)
        head, first, _ = text_of(path).split("- name:")
        path.write_text(f"{head}- name:{first}")
        for _ in range(2):
            run(*TWO)
            assert "Grain" not in text_of(path)

    def test_a_moved_spelling_stays_where_it_was_moved(self, path, run):
        """And means the name it was moved to."""
        articles = *TWO, ["organisation Grand Bazaar | GB"], ["organisation Grand Bazaar"]
        run(*articles)
        text = text_of(path).replace("also: [FGB]", "also: []").replace("also: [GB]", "also: [GB, FGB]")
        path.write_text(text)
        names = run(*articles)
        assert text_of(path) == text
        assert names.canonical("FGB", "organisation", "a1") == "Grand Bazaar"

    def test_two_entries_kept_apart_are_never_joined(self, path, run):
        """Though the articles would have them one."""
        typed = "- name: Mohamed Morsi\n  kind: person\n- name: Mohammed Mursi\n  kind: person\n"
        path.write_text(typed)
        names = run(["person Mohamed Morsi"], ["person Mohammed Mursi"], ["person Mohammed Morsi"])
        assert names.canonical("Mohamed Morsi") == "Mohamed Morsi"
        assert names.canonical("Mohammed Mursi") == "Mohammed Mursi"

    def test_two_names_joined_by_hand_stay_joined(self, path, run):
        """Though nothing in them is alike; so do the spellings that the articles join to either."""
        path.write_text("- name: Ada Lund\n  kind: person\n  also: [Bo Ek]\n")
        names = run(["person Ada Lund"], ["person Bo Ek"], ["person Boe Ek"])
        assert names.canonical("Bo Ek") == "Ada Lund"

    def test_joining_two_proposals_by_hand_leaves_one(self, path, run):
        """The entry whose name moved into the other is not proposed again."""
        run(["person Ada Lund"], ["person Ada Lund", "person Bo Ek"], ["person Bo Ek"])
        text = "- name: Ada Lund\n  kind: person\n  also: [Bo Ek]\n"
        path.write_text(text)
        run(["person Ada Lund"], ["person Ada Lund", "person Bo Ek"], ["person Bo Ek"])
        assert text_of(path) == text

    def test_a_surname_typed_by_a_person_means_its_entry_everywhere(self, path, run):
        """What is not safe to propose is a person's to say."""
        path.write_text("- name: Ada Lund\n  kind: person\n  also: [Lund]\n")
        names = run(["person Lund"])
        assert names.canonical("Lund", "person", "a0") == names.canonical("Lund") == "Ada Lund"

    def test_a_kind_put_right_stays_so(self, path, run):
        """The articles' namings of it follow."""
        run(["person Velmark Rising"], ["person Velmark Rising"])
        path.write_text(text_of(path).replace("kind: person", "kind: organisation"))
        before = text_of(path)
        run(["person Velmark Rising"], ["person Velmark Rising"])
        assert text_of(path) == before

    def test_an_entry_taken_out_while_the_articles_were_read_stays_out(self, path, run, namings):
        """A conversion takes its time."""
        run(*TWO)
        names = propose(namings(*TWO), read_names(path))
        path.write_text("")
        write_names(names, path)
        assert text_of(path) == ""


class TestReading:
    def test_no_file_is_no_names(self, path):
        """And no error."""
        assert read_names(path) == Names()

    def test_kinds_texts_and_order_are_those_of_the_file(self, path):
        """Every scalar is the text that was typed."""
        path.write_text(
            "- {name: 2014, kind: organisation, also: [NO, '12:30']}\n- name: Abe\n  kind: person\n  also:\n"
        )
        assert read_names(path).entries == (
            Name("2014", "organisation", ("NO", "12:30")),
            Name("Abe", "person"),
        )

    @pytest.mark.parametrize(
        ("text", "place", "says"),
        [
            ("name: x\n", "1:1", "write '- ' before each 'name:'"),
            ("- x\n", "1:3", "write '- name: …'"),
            ("- kind: person\n", "1:3", "write 'name: …'"),
            ("- name:\n  kind: person\n", "1:8", "write 'name: …'"),
            ("- name: x\n", "1:3", "write 'kind: person'"),
            ("- name: x\n  kind: organization\n", "2:9", "write organisation"),
            ("- name: x\n  kind: 7\n", "2:9", "write one of person, organisation, place"),
            ("- name: x\n  kind: person\n  alos: [y]\n", "3:3", "write 'also'"),
            ("- name: x\n  kind: person\n  also: y\n", "3:9", "write also: [y]"),
            ("- name: x\n  kind: person\n  also: [a: b]\n", "3:10", "write it in quotes"),
            ("- name: x\n  kind: person\n  also: {a: b}\n", "3:9", "write also: [one, two]"),
            (
                "- name: x\n  kind: person\n- name: y\n  kind: person\n  also: [z, The X]\n",
                "5:13",
                "'The X' is a spelling of x already, on line 1: keep it in one of the two",
            ),
            ("- name: Iran: talks\n  kind: place\n", "1:13", "a colon inside a text needs quotes"),
        ],
    )
    def test_what_is_wrong_is_told_with_its_place_and_what_to_write(self, path, text, place, says):
        """Line and column are those of an editor."""
        path.write_text(text)
        with pytest.raises(YamlTextError) as caught:
            read_names(path)
        assert str(caught.value).startswith(f"{path.as_posix()}:{place}: ")
        assert says in str(caught.value)

    def test_one_name_of_two_kinds_is_two_entries(self, path):
        """A town and a person of one name."""
        path.write_text("- {name: Santa Rosa, kind: place}\n- {name: Santa Rosa, kind: person}\n")
        assert len(read_names(path).entries) == 2

    def test_a_file_that_is_not_utf_8_is_told(self, path):
        """With the line."""
        path.write_bytes(b"- name: x\n  kind: pl\xe9\n")
        with pytest.raises(YamlTextError, match=":2:11: the 'é' here is not saved as UTF-8"):
            read_names(path)

    def test_a_broken_line_of_the_memory_is_told(self, path):
        """With what comes of deleting it."""
        path.with_name(MEMORY_NAME).write_text('{"name": "x", "kind": "person", "also": []}\n{"name": 3}\n')
        with pytest.raises(YamlTextError, match=r"\.names\.jsonl:2:1: .*delete it"):
            read_names(path)

    def test_the_memories_of_two_branches_are_joined(self, path):
        """Of one name both lines count, also within the marks of a conflict."""
        lines = [
            "<<<<<<< HEAD",
            line("Ada", "A."),
            "=======",
            line("Ada", "Ms A"),
            line("Bo"),
            ">>>>>>> other",
        ]
        path.with_name(MEMORY_NAME).write_text("\n".join(lines) + "\n")
        assert read_names(path).proposed == (Name("Ada", "person", ("A.", "Ms A")), Name("Bo", "person"))

    def test_a_file_of_more_than_a_megabyte_is_read(self, path):
        """It grows with the site, and cannot be split."""
        path.write_text(
            "".join(f"- name: Person No {n} of many in a long list\n  kind: person\n" for n in range(25_000))
        )
        assert len(read_names(path).entries) == 25_000


WORDS = st.sampled_from(
    ["Ada", "Lund", "Bo", "Karim", "Kareem", "al-Hadi", "Hady", "Board", "Grain", "FGB", "of"]
)
HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | HOSTILE
LINES = st.builds(
    lambda article, kind, name, forms: (f"a{article}", kind, name, forms),
    st.integers(0, 4),
    st.sampled_from(["person", "organisation", "place"]),
    NAMES,
    st.lists(NAMES, max_size=2),
)


def made(lines):
    return [
        Naming(article, name, kind, tuple(sorted({name, *forms}))) for article, kind, name, forms in lines
    ]


@given(st.lists(LINES, max_size=14), st.randoms())
def test_converting_twice_is_converting_once(tmp_path_factory, lines, random):
    """For any names: the second run changes no byte, and the order of the namings does not matter."""
    path = tmp_path_factory.mktemp("names") / "names.yml"
    first = propose(made(lines), read_names(path))
    write_names(first, path)
    files = sorted(path.parent.iterdir())
    before = [file.read_bytes() for file in files]
    random.shuffle(lines)
    again = propose(made(lines), read_names(path))
    assert write_names(again, path) == ()
    assert [file.read_bytes() for file in sorted(path.parent.iterdir())] == before
    for article, kind, name, forms in lines:
        for form in (name, *forms):
            assert again.canonical(form, kind, article) == first.canonical(form, kind, article)


@given(st.lists(LINES, max_size=14), st.randoms())
def test_the_order_of_namings_does_not_matter(lines, random):
    """The same namings make the same names."""
    first = propose(made(lines), Names())
    random.shuffle(lines)
    assert propose(made(lines), Names()) == first


@given(st.lists(LINES, max_size=10))
def test_no_spelling_is_two_names_of_one_kind(lines):
    """What the file says is never ambiguous."""
    entries = propose(made(lines), Names()).entries
    spelled = [(entry.kind, spelling_key(text)) for entry in entries for text in entry.spellings]
    assert len(spelled) == len(set(spelled))


def test_hostile_names_survive_the_file(path, run):
    """Colons, quotes, brackets, other scripts, and ten thousand letters."""
    for name in [
        "A: b",
        'O\'Neil "Red" #1',
        "[x], {y}",
        "Лев Толстой",
        "محمد علي",
        "x" * 10_000,
        "- a",
        "No",
        "2014",
    ]:
        path.unlink(missing_ok=True)
        path.with_name(MEMORY_NAME).unlink(missing_ok=True)
        names = run([f"place {name}"], [f"place {name}"])
        assert [entry.name for entry in read_names(path).entries] == [name]
        assert names.canonical(name) == name
