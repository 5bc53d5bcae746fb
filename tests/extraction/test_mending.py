"""Parses that are put right."""

import pytest

from dateline.extraction.mending import mend
from dateline.parsing import Span, parse

_RECUSED = (
    "Emil Vass, who had led the bank, announced at the beginning of March he would recuse himself from "
    "probes related to the campaign."
)


def mended(sentence):
    (doc,) = parse([sentence], "en")
    mend(doc, "en")
    return doc


def word(doc, text):
    return next(token for token in doc if token.text == text)


def test_the_verb_after_an_aside_is_the_main_one():
    """Age and office between commas do not turn what somebody did into a description."""
    doc = mended("Gonzalo Tarrow, 58, handed in his resignation on Wednesday.")
    assert word(doc, "handed").dep_ == "ROOT"
    assert (word(doc, "Tarrow").dep_, word(doc, "Tarrow").head.text) == ("nsubj", "handed")


def test_who_said_it_comes_above_what_was_said():
    """A report that stands last has what stands before it as its content."""
    doc = mended('A coastguard aircraft saw "a sheen", an officer at the rescue centre said.')
    assert word(doc, "said").dep_ == "ROOT"
    assert (word(doc, "saw").dep_, word(doc, "saw").head.text) == ("ccomp", "said")


def test_a_semicolon_parts_two_sentences():
    """What stands before a semicolon does not hang on what stands after it."""
    doc = mended("Its report was published by the ministry; two of its members said that they disagreed.")
    assert word(doc, "published").dep_ == "ROOT"
    assert word(doc, "said").dep_ == "ROOT"


def test_which_is_no_person():
    """A clause with "which" belongs to the body, not to the person who heads it."""
    doc = mended("Ana Ruiz, the chief executive of Norvia, which filed for bankruptcy, resigned.")
    assert word(doc, "filed").head.text == "Norvia"


@pytest.mark.parametrize("sentence", ["Ms Elena Kovar met the press.", "Elena Kovar met the press."])
def test_a_title_or_given_name_says_that_it_is_a_person(sentence):
    """Whatever the recogniser takes a name for, one with a title or a given name is a person's."""
    (doc,) = parse([sentence], "en")
    name = doc.covering(sentence.index("Elena"), sentence.index(" met"))
    doc.name([Span(doc, name.start, name.end, "ORG")])
    mend(doc, "en")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Elena Kovar", "PERSON")]


@pytest.mark.parametrize(
    ("sentence", "kind"), [("Ruiz Tower was shut.", "FAC"), ("Ana Hall was shut.", "PERSON")]
)
def test_a_tower_is_not_whom_it_is_named_after(sentence, kind):
    """What the last word of a name says is built is nobody, unless it is a surname, too."""
    (doc,) = parse([sentence], "en")
    doc.name([Span(doc, 0, 2, "PERSON")])
    mend(doc, "en")
    assert [entity.label_ for entity in doc.ents] == [kind]


@pytest.mark.parametrize(
    "sentence", ["Rain fell; nobody was hurt.", "Who, which; said, 58, it.", "Which?", "; ;"]
)
def test_every_word_still_reaches_a_root(sentence):
    """Whatever is changed, the parse stays a tree."""
    for token in mended(sentence):
        root = token
        for _ in range(len(token.doc)):
            root = root.head
        assert root.dep_ == "ROOT" or root.head == root


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        # Words of a title are nobody; all of one may be.
        ('She wrote "Ana Bell, Come Down the Hill" in Leeds.', ["Leeds"]),
        ("The board freed Karin Ruiz-Dahl, 29, in Oslo.", ["Karin Ruiz-Dahl", "Oslo"]),
        ("They met at the Ministry of Labour and Pensions.", ["the Ministry of Labour and Pensions"]),
        ("Lady Vessel sang in Oslo.", ["Lady Vessel", "Oslo"]),
        ("Gonzalo Tarrow, who has died, wrote the song.", ["Gonzalo Tarrow"]),
        ("They lived in Port of Kesten.", ["Port of Kesten"]),
    ],
)
def test_names_reach_as_far_as_they_go(sentence, names):
    """Titles in quotation marks, halves of surnames, ministries of two things: each name is whole."""
    kinds = {"PERSON", "ORG", "GPE"}
    assert [name.text for name in mended(sentence).ents if name.label_ in kinds] == names


@pytest.mark.parametrize(
    ("sentence", "verb", "noun"),
    [
        ("A battle at a disputed well that killed two people ended on Monday.", "killed", "battle"),
        ("Miners held a protest at a dam that damaged the river.", "damaged", "dam"),
        ("The meeting was held in a town that began as a mining camp.", "began", "town"),
    ],
)
def test_a_clause_says_more_of_what_does_such_things(sentence, verb, noun):
    """Battles kill and protests do not; a town begins as something, a fire does not."""
    assert word(mended(sentence), verb).head.text == noun


def test_while_doing_something_is_when_the_main_thing_was():
    """A date behind a clause with "while" is that of the main verb."""
    doc = mended("Ana Ruiz was hit by a tram while training near Orla in February.")
    assert word(doc, "in").head.text == "hit"


@pytest.mark.parametrize(
    ("sentence", "preposition", "noun"),
    [
        ("Tom Lee was arrested and brought before a magistrate on Monday.", "before", "magistrate"),
        ("The court moved Ana Ruiz to house arrest.", "to", "arrest"),
    ],
)
def test_a_noun_behind_a_preposition_is_its_object(sentence, preposition, noun):
    """What stands right behind "before" or "to" was neither done nor does it do anything."""
    found = word(mended(sentence), noun)
    assert (found.dep_, found.head.text) == ("pobj", preposition)


@pytest.mark.parametrize(
    ("sentence", "word_", "dependency", "head"),
    [
        ("Talks with rebels scheduled for May were put off.", "scheduled", "acl", "Talks"),
        ("Ana Ruiz urged delegates at a summit on trade on Sunday to act.", "Sunday", "pobj", "on"),
        ("A report on the launch carried by a radio was wrong.", "carried", "acl", "report"),
        (
            "Kesten has rebuked Norvia over bombings of villages, warning the raids violated its borders.",
            "raids",
            "nsubj",
            "violated",
        ),
        (
            "It rebuked Norvia over the bombings, warning the raids broke the truce.",
            "raids",
            "nsubj",
            "broke",
        ),
        ("The army took the town and the rebels fled to the hills.", "rebels", "nsubj", "fled"),
        ("The bank said it plans to cut jobs even as it reported a profit.", "reported", "advcl", "said"),
        ("The river surged to a record high Friday.", "high", "pobj", "to"),
        ("Ana Ruiz said the bank in Orla was safe, but has sold her shares.", "sold", "conj", "said"),
        ("Ana Ruiz said the bridge in Orla was hit, but has been mended.", "mended", "conj", "hit"),
        (_RECUSED, "recuse", "ccomp", "announced"),
        ("Tom Lee, who led the bank, announced in March he would leave it.", "leave", "ccomp", "announced"),
        (
            "The crisis deepened with the resignation of its President who took office in May.",
            "took",
            "relcl",
            "President",
        ),
    ],
)
def test_what_hangs_where(sentence, word_, dependency, head):
    """What real news was seen to break: who, when and what belong to the deed that they are of."""
    found = word(mended(sentence), word_)
    assert (found.dep_, found.head.text) == (dependency, head)


def test_what_somebody_is_seen_to_undergo_is_passive():
    """In "has seen its mayor impeached" the mayor impeaches nobody."""
    doc = mended("The team probes the scandal that has seen its mayor impeached.")
    assert (word(doc, "mayor").dep_, word(doc, "impeached").tag_) == ("nsubjpass", "VBN")
