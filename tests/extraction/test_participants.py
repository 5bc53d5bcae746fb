"""Who takes part in a happening and where it is, beside its title."""

import pytest

from dateline.extraction import find_mentions
from dateline.model import Article


def names(text):
    """The actors and places of the first dated happening that a text tells."""
    article = Article("a", "A", text, published="2024-05-15")
    told = next(mention for mention in find_mentions(article) if mention.date and mention.title)
    return {p.name for p in told.participants if p.named}, set(told.places)


@pytest.mark.parametrize(
    ("text", "actors", "places"),
    [
        ("Ana Ruiz will be buried at Emabe on Saturday.", {"Ana Ruiz"}, {"Emabe"}),
        ("A ferry sank on Monday near Orla.", set(), {"Orla"}),
        ("The pump was left in a container in Valletta in May.", set(), {"Valletta"}),
        ("The ferry was towed to Benghazi on Friday.", set(), {"Benghazi"}),
        ("A delegation from Washington will be in Colombo on 2 June.", set(), {"Colombo"}),
        ("Two children were flown from Kenya on 11 May.", set(), {"Kenya"}),
        ("The army drove to the wells at Tin Orla on Monday.", set(), {"Tin Orla"}),
        ("The upper Varna valley is cut off. Lorries reached Varna on Sunday.", set(), {"Varna"}),
        ("Kesten was burned in June 2020.", set(), {"Kesten"}),
        ("Portraits will go on show at Easter.", set(), set()),
        ("Kenya was invaded in 1940.", {"Kenya"}, set()),
    ],
)
def test_where_it_was(text, actors, places):
    """What something is in, near or goes to is a place, known or not; where somebody is from is none."""
    assert names(text) == (actors, places)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("In March the university named a building after Ana Ruiz.", {"Ana Ruiz"}),
        ("The board of Norvia Air approved the merger on Monday.", {"Norvia Air"}),
        ("The brother of Ana Ruiz was arrested on Monday.", {"Ana Ruiz"}),
        ("Officials from Kenya and Chad will meet on Saturday.", {"Kenya", "Chad"}),
        ("Sri Lankan marines boarded the ferry on Monday.", {"Sri Lanka"}),
        ("A train struck a lorry at the Ana Ruiz crossing on Monday.", set()),
        ("A fire destroyed the Orla mill in May 2020.", set()),
        (
            "Tom Orlec and Ana Orlec row. The Orlec twins finished third on Monday.",
            {"Tom Orlec", "Ana Orlec"},
        ),
        ("Orla Foods’ warehouse was looted on 3 May.", {"Orla Foods"}),
        ("The council opened Ana Ruiz Street on Monday.", set()),
    ],
)
def test_who_stands_in_the_title(text, actors):
    """Whoever the title names stands beside it, but not whom a street or crossing is called after."""
    assert names(text)[0] == actors


def test_a_dateline_is_nobody():
    """The town in capitals or bold print before a report is neither who acts nor who speaks."""
    for town in ("KESTEN — ", "PORT ORLA, Norvia (AW) — ", "**Kesten, 15 May 2024** – ", "KESTEN - "):
        article = Article(
            "a", "A", f"{town}The first rocket struck the depot on Tuesday.", published="2024-05-15"
        )
        (told,) = find_mentions(article)
        assert (told.title, told.speaker, told.places) == ("First rocket strikes depot", None, ())
