"""A small archive of the newsroom's articles, and a site that it is in."""

import gzip
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import pytest

from dateline.archive import FOLDER, Store, in_processes
from dateline.archive.reading import read_collection
from dateline.articles import all_articles, read_article

NEWSROOM = Path(__file__).parents[1] / "evaluation" / "newsroom" / "articles"
COUNT = 30


def lines(articles):
    """Articles as the lines of an archive."""
    return b"".join(json.dumps(asdict(article)).encode() + b"\n" for article in articles)


@pytest.fixture(scope="session")
def news():
    """Articles enough for several batches and stories."""
    return [read_article(path) for path in sorted(NEWSROOM.glob("*.md"))[:COUNT]]


def with_archive(folder, articles):
    """The folder of a site with all the articles in one archive."""
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "content" / "articles" / "wire.jsonl.gz").write_bytes(gzip.compress(lines(articles), mtime=0))
    return folder


@pytest.fixture
def unread_site(tmp_path, monkeypatch, news):
    """The folder of a site whose articles nobody has read yet; commands run there."""
    monkeypatch.chdir(tmp_path)
    return with_archive(tmp_path, news)


@pytest.fixture(scope="session")
def readings(tmp_path_factory, news):
    """The folder in which the readings of all the articles are kept."""
    site = with_archive(tmp_path_factory.mktemp("read"), news)
    with Store(site) as store:
        read_collection(all_articles(site / "content"), store, in_processes(1), lambda _: None)
    return site / FOLDER


@pytest.fixture
def site(unread_site, readings):
    """The same, once its articles have been read."""
    shutil.copytree(readings, unread_site / FOLDER)
    return unread_site


def tree(site):
    """Every file of the content folder with its bytes."""
    content = site / "content"
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in sorted(content.rglob("*"))
        if path.is_file()
    }
