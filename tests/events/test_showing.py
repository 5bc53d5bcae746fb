"""How a finding is shown: one line of words, the line it speaks of, and a caret below the place."""

import pytest

from dateline.events import shown
from dateline.findings import Finding


@pytest.mark.parametrize(
    ("line", "col", "excerpt"),
    [
        ("title: Ferry", 8, "title: Ferry\n      |        ^"),
        ("\ttitle: x", 2, "    title: x\n      |     ^"),
        ("港務: x", 5, "港務: x\n      |       ^"),
        ("a: cafe\u0301 b", 10, "a: cafe\u0301 b\n      |         ^"),
        ("title", 40, "title\n      |      ^"),
        ("x" * 300, 151, f"…{'x' * 100}…\n      | {' ' * 61}^"),
        ("x" * 300, 300, f"…{'x' * 100}\n      | {' ' * 100}^"),
        ("x" * 300, 1, f"{'x' * 100}…\n      | ^"),
        ("a: \x1b[31mred", 4, "a: ␛[31mred\n      |    ^"),
    ],
)
def test_the_caret_stands_below_the_place(tmp_path, line, col, excerpt):
    path = tmp_path / "a.yml"
    path.write_text(f"first: line\n{line}\n", encoding="utf-8")
    finding = Finding(path.as_posix(), 2, col, "wrong", "right")
    assert list(shown([finding])) == [f"{path.as_posix()}:2:{col}: wrong: right\n    2 | {excerpt}"]


def test_of_a_whole_file_and_of_one_that_is_gone_only_the_words_are_shown(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text("title: x\n", encoding="utf-8")
    whole = Finding(path.as_posix(), 0, 0, "wrong", "right")
    gone = Finding("gone.yml", 1, 1, "wrong", "right")
    past = Finding(path.as_posix(), 9, 1, "wrong", "right")
    assert list(shown([whole, gone, past])) == [
        f"{path.as_posix()}: wrong: right",
        "gone.yml:1:1: wrong: right",
        f"{path.as_posix()}:9:1: wrong: right",
    ]


def test_no_control_character_of_a_file_reaches_the_terminal():
    finding = Finding("a.yml", 1, 1, "kind is '\x1b]0;x\x07\x9b'", "write\nplanned")
    assert str(finding) == "a.yml:1:1: kind is '␛]0;x␇␡': write␊planned"
