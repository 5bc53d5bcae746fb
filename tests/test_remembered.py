"""Files read again only when they changed."""

import os

import pytest

from dateline.exceptions import DatelineError
from dateline.remembered import Remembered


@pytest.fixture
def reading():
    """A reader that counts, and refuses what is empty."""
    asked = []

    def read(path):
        asked.append(path.name)
        text = path.read_text(encoding="utf-8") if path.exists() else "gone"
        if not text:
            raise DatelineError(f"{path.name} is empty")
        return [text]

    remembered = Remembered(read)
    remembered.asked = asked
    return remembered


def test_a_file_is_read_once_and_gives_the_very_same(reading, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")
    assert reading(file) is reading(file)
    assert reading.asked == ["a.txt"]


def test_a_change_is_seen_whether_in_size_or_only_in_time(reading, tmp_path):
    file = tmp_path / "a.txt"
    for number, text in enumerate(["one", "three", "other", "other"]):
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=(number, number))
        assert reading(file) == [text]
    assert len(reading.asked) == 4


def test_a_file_that_goes_and_comes_back_is_read_anew(reading, tmp_path):
    file = tmp_path / "a.txt"
    assert reading(file) == ["gone"]
    file.write_text("one", encoding="utf-8")
    assert reading(file) == ["one"]
    file.unlink()
    assert reading(file) == ["gone"]


def test_an_error_is_remembered_too(reading, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DatelineError, match=r"a\.txt is empty"):
            reading(file)
    assert reading.asked == ["a.txt"]
