"""Articles to batches that are read together, each under a key."""

from dataclasses import replace

import pytest

from dateline.archive import batches as module
from dateline.archive.batches import batches, read_packed
from dateline.archive.packing import unpack
from dateline.archive.versions import differences, versions
from dateline.exceptions import DatelineError
from dateline.extraction import read
from dateline.model import Article


def many(count=300):
    return [Article(f"a{n:03}", "Ferry", f"The ferry sank on {n % 28 + 1} May 1998.") for n in range(count)]


def keys(articles):
    return [batch.key for batch in batches((article, 1) for article in articles)]


def test_every_article_is_in_one_batch_in_order():
    made = list(batches((article, 2) for article in many()))
    assert [article for batch in made for article in batch.articles] == many()
    assert sum(batch.size for batch in made) == 600
    assert 10 < len(made) < 60


def test_a_batch_of_long_articles_ends_early():
    """What lies in memory is bounded, however the ids fall."""
    long = [Article(f"a{n}", "Ferry", "word " * 12_000) for n in range(40)]
    assert max(len(batch.articles) for batch in batches((article, 1) for article in long)) <= 2


@pytest.mark.parametrize("at", [0, 77, 150, 299])
def test_a_change_touches_only_its_batch(at):
    """An article that is added, changed or taken away: one batch is read again, or two where it parts one."""
    before, articles = keys(many()), many()
    added = [*articles[:at], Article("new", "New", "It opened in 1998."), *articles[at:]]
    corrected = [*articles[:at], replace(articles[at], published="1998-06-01"), *articles[at + 1 :]]
    taken_away = articles[:at] + articles[at + 1 :]
    assert len(set(keys(added)) - set(before)) in {1, 2}
    assert len(set(keys(corrected)) - set(before)) == 1
    assert len(set(keys(taken_away)) - set(before)) <= 1


def test_other_versions_have_other_keys(monkeypatch):
    """What an older Dateline read is read again."""
    before = keys(many())
    monkeypatch.setattr(module, "versions", lambda: (("rules", "others"),))
    assert not set(before) & set(keys(many()))


def test_versions_say_what_differs():
    here = (("Python", "3.11"), ("spacy", "3.8.1"), ("rules", "a"))
    assert differences(here, here) == ""
    assert differences(here, (("Python", "3.11"), ("spacy", "3.7"))) == (
        "spacy 3.7 there and 3.8.1 here, rules is missing there and a here"
    )
    assert dict(versions()).keys() >= {"Python", "dateline", "spacy", "numpy", "rules"}


def test_a_batch_gives_what_its_articles_give():
    """Packed and unpacked, the readings are those of the articles alone."""
    (batch, *_) = batches((article, 1) for article in many(40))
    packed = read_packed(batch, versions())
    (readings, unread), namings = unpack(packed.readings), unpack(packed.namings)
    assert [replace(r, namings=n) for r, n in zip(readings, namings, strict=True)] == [
        *map(read, batch.articles)
    ]
    assert unread == []
    assert any(reading.mentions for reading in readings)


def test_an_article_that_breaks_a_rule_costs_only_itself(monkeypatch):
    """A fault of ours in one article of a million is told with its id; its neighbours are read."""
    (batch, *_) = batches((article, 1) for article in many(40))
    bad = batch.articles[2].id
    together = module.read_together

    def breaking(articles):
        if any(article.id == bad for article in articles):
            raise DatelineError(f"article {bad}: list index out of range") from IndexError()
        return together(articles)

    monkeypatch.setattr(module, "read_together", breaking)
    readings, unread = unpack(read_packed(batch, versions()).readings)
    assert unread == [(bad, f"article {bad}: list index out of range")]
    assert [each.article.id for each in readings] == [a.id for a in batch.articles if a.id != bad]


def test_what_keeps_all_articles_from_being_read_is_told_at_once(monkeypatch):
    """Without a language model a million articles are not tried one by one."""

    def missing(_):
        raise DatelineError("article a: the model is missing") from DatelineError("the model is missing")

    monkeypatch.setattr(module, "read_together", missing)
    (batch, *_) = batches((article, 1) for article in many(40))
    with pytest.raises(DatelineError, match="the model is missing"):
        read_packed(batch, versions())


def test_other_versions_do_not_read():
    (batch, *_) = batches((article, 1) for article in many(40))
    with pytest.raises(DatelineError, match=r"spacy is missing there|rules .* there and .* here"):
        read_packed(batch, (("rules", "others"),))
