"""What was read, kept on disk."""

import pickle
import zlib

import pytest

from dateline.archive import Store
from dateline.archive.batches import BatchRead
from dateline.archive.packing import pack, unpack
from dateline.archive.spool import Spool
from dateline.exceptions import WriteError
from dateline.model import Article, Naming, Reading

ARTICLE = Article("ferry", "Ferry", "The ferry sank.", published="1998-05-04")
NAMINGS = (Naming("ferry", "Ada Bren", "person", ("Ada Bren", "Bren"), ("mayor",), 2),)
READING = Reading(ARTICLE, (), ())


def kept(key=b"k", article=ARTICLE):
    reading = Reading(article, (), ())
    return BatchRead(key, 9, pack(([reading], [("bridge", "no")])), pack([NAMINGS]))


def test_what_is_kept_is_there_for_the_next_run(tmp_path):
    with Store(tmp_path) as store:
        assert b"k" not in store
        store.add(kept())
        store.note(["ferry"], b"k")
    with Store(tmp_path) as store:
        assert b"k" in store
        assert store.read(b"k") == ([Reading(ARTICLE, (), (), NAMINGS)], [("bridge", "no")])
        assert store.namings(b"k") == [NAMINGS]
        assert list(store.articles(["ferry", "unknown"])) == [ARTICLE]


def test_what_nothing_needs_for_five_runs_goes(tmp_path):
    """An archive that was away for a moment need not be read again; yet the store stays small."""
    with Store(tmp_path) as store:
        for key in (b"k", b"old"):
            store.add(kept(key))
            store.note([key.decode()], key)
        store.end_run([b"k", b"old"])
    for _ in range(4):
        with Store(tmp_path) as store:
            store.end_run([b"k", b"never there"])
            assert b"old" in store
    with Store(tmp_path) as store:
        store.end_run([b"k"])
        assert b"k" in store
        assert b"old" not in store
        assert list(store.articles(["old"])) == []


def test_it_is_in_no_version_control(tmp_path):
    with Store(tmp_path):
        assert (tmp_path / ".dateline" / ".gitignore").read_text() == "*\n"


def test_a_broken_store_is_made_anew(tmp_path):
    """All in it can be read again."""
    with Store(tmp_path) as store:
        store.add(kept())
    (tmp_path / ".dateline" / "readings.sqlite").write_bytes(
        b"no database at all, but long enough to be one" * 99
    )
    with Store(tmp_path) as store:
        assert b"k" not in store
        store.add(kept())
        assert b"k" in store


def test_a_broken_row_says_what_to_do(tmp_path):
    with Store(tmp_path) as store:
        store.add(BatchRead(b"k", 9, b"broken", b"broken"))
        with pytest.raises(WriteError, match=r"readings\.sqlite: this file is broken: delete it"):
            store.read(b"k")


def test_a_store_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / ".dateline").write_text("a file", encoding="utf-8")
    with pytest.raises(WriteError, match="cannot be written"):
        Store(tmp_path)


class Evil:
    def __reduce__(self):
        return print, ("executed",)


@pytest.mark.parametrize("data", [pickle.dumps(Evil()), pickle.dumps(print), b"", b"\x80\x05."])
def test_bytes_of_others_run_nothing(data, capsys):
    """A store may come with a project that somebody sends."""
    with pytest.raises(ValueError, match="no records"):
        unpack(zlib.compress(data))
    assert "executed" not in capsys.readouterr().out


def test_values_set_aside_come_back_by_name_in_order(tmp_path):
    spool = Spool(tmp_path)
    spool.put("a", 1)
    spool.put(("b", 2), [READING])
    spool.put("a", {"x": 2})
    assert list(spool.get("a")) == [1, {"x": 2}]
    assert list(spool.get(("b", 2))) == [[READING]]
    assert list(spool.get("c")) == []
    assert list(tmp_path.iterdir()) == []
