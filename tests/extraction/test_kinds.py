"""The tag of a happening follows the verb together with what it is done to."""

import pytest

from dateline.extraction import find_mentions
from dateline.model import Article


@pytest.mark.parametrize(
    ("sentence", "tag"),
    [
        ("The rebels took the town of Orla on Monday.", "conquest"),
        ("Ana Ruiz took a course in Orla on Monday.", None),
        ("The rebels seized the airport on Monday.", "conquest"),
        ("The police seized 40 paintings on Monday.", "justice"),
        ("The ministry sent troops to Orla on Monday.", "deployment"),
        ("The ministry sent a letter to the council on Monday.", None),
        ("Norvia Air ordered 40 planes on Monday.", "business"),
        ("The minister ordered an inspection of the mine on Monday.", "demand"),
        ("Ana Ruiz ordered Norvia Air to pay 3m crowns on Monday.", "demand"),
        ("The prosecutors opened an inquiry into the sale on Monday.", "justice"),
        ("Brenholm opened a shop in Orla on Monday.", "business"),
        ("Shares in Orla continued to fall on Monday.", "change"),
        ("The ferry struck a rock off Kesten on Monday.", "disaster"),
        ("The drivers of Orla struck for higher pay on Monday.", "protest"),
        ("Ana Ruiz turned down the post of minister on Monday.", "refusal"),
        ("Ana Ruiz took over the orchestra on Monday.", "office"),
        ("The council released the prisoners on Monday.", "justice"),
        ("A girl was pulled from the ruins of a school on Monday.", "cooperation"),
        ("The prosecutors dropped the charges against Ana Ruiz on Monday.", "justice"),
        ("The attempt to sell the port collapsed on Monday.", "change"),
        ("The bridge to the port collapsed on Monday.", "disaster"),
        ("A crowd burned down the tax office in Orla on Monday.", "attack"),
        ("An earthquake flattened the village of Orla on Monday.", "disaster"),
    ],
)
def test_a_tag_follows_the_object(sentence, tag):
    found = find_mentions(Article("a", "A", sentence, published="2021-05-12"))
    assert [mention.tags for mention in found if mention.date] == [(tag,) if tag else ()]
