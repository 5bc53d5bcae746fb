"""Files as text: only UTF-8 is read, and what else they are is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exceptions import YamlTextError
from dateline.utf8 import any_text, read_utf8


def said(path):
    with pytest.raises(YamlTextError) as caught:
        read_utf8(path)
    return str(caught.value).removeprefix(path.as_posix())


def test_a_file_is_read_byte_for_byte(tmp_path):
    path = tmp_path / "a.yml"
    path.write_bytes("\ufeffdate: ‘x’\r\n".encode())
    assert read_utf8(path) == "\ufeffdate: ‘x’\r\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("date: x".encode("utf-16"), ": this file is saved as UTF-16: save it as UTF-8"),
        (b"\xfe\xff" + "date: x".encode("utf-16-be"), ": this file is saved as UTF-16"),
        ("date: x".encode("utf-16-le"), ": this file is saved as UTF-16"),
        ("é\na: Fähre".encode("latin-1"), ":1:1: the 'é' here is not saved as UTF-8"),
        ("é\n".encode() + "a: Fähre".encode("latin-1"), ":2:5: the 'ä' here is not saved as UTF-8"),
        ("a: “x”".encode("cp1252"), ":1:4: the '“' here is not saved as UTF-8"),
    ],
)
def test_what_is_not_utf_8_is_told_with_its_place(tmp_path, data, says):
    path = tmp_path / "a.yml"
    path.write_bytes(data)
    assert said(path).startswith(says)


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    assert said(tmp_path / "gone.yml") == (
        ": the file cannot be read (No such file or directory): check its rights"
    )
    assert said(tmp_path) == ": the file cannot be read (Is a directory): check its rights"


@given(st.binary())
def test_any_bytes_are_shown_as_some_text(data):
    assert isinstance(any_text(data), str)


@given(st.text())
def test_a_text_is_shown_as_it_is_saved(text):
    assert any_text(text.encode("utf-8", "replace")) == text.encode("utf-8", "replace").decode().removeprefix(
        "\ufeff"
    )
