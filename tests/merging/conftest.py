"""What the tests of merging share: mentions and readings made by hand."""

import pytest

from dateline.model import Article, DatedPhrase, Mention, Participant, Passage, Reading


@pytest.fixture
def mention():
    """Makes a mention: who does what to whom, in a sentence of an article."""

    def make(agent, verb, patient, *, article="a", at=0, tag=None, title=None, date=None, dated=None, **more):
        text = more.pop("text", f"{agent} {verb} {patient}.")
        people = (
            Participant(agent, "agent", kind="person"),
            Participant(patient, "patient", kind=more.pop("patient_kind", "person")),
        )
        if title is None:
            title = f"{agent} {verb} {patient}"
        passage = Passage(at, at + len(text), text)
        tags = (tag,) if tag else ()
        return Mention(article, passage, verb, tags, title, people, (), date, dated, **more)

    return make


@pytest.fixture
def reading():
    """Makes the reading of an article that holds some mentions, or references, in their places."""

    def make(*mentions, published="2015-06-10", headline="News", phrases=(), references=False):
        length = max((m.passage.end for m in mentions), default=0)
        text = list(" " * length)
        for m in mentions:
            text[m.passage.start : m.passage.end] = m.passage.text
        name = mentions[0].article if mentions else "a"
        article = Article(name, headline, "".join(text), f"Outlet {name}", published)
        if references:
            return Reading(article, (), tuple(phrases), references=mentions)
        return Reading(article, mentions, tuple(phrases))

    return make


@pytest.fixture
def phrase():
    """Makes a dated phrase at a place in the text."""

    def make(at, edtf):
        return DatedPhrase(at, at + 4, "then", "DATE", edtf, edtf)

    return make
