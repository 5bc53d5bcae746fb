"""Sentences to the titles of what they tell: who, and enough to be read alone."""

import pytest

from dateline.extraction import find_mentions
from dateline.model import Article


def told(text):
    """The titles and speakers of what a text tells, in order."""
    article = Article("a", "A", text, published="2019-05-15")
    return [(m.title, m.speaker and m.speaker.name) for m in find_mentions(article) if m.title and m.date]


def titles(text):
    """The titles of what a text tells, in order."""
    return [title for title, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The court heard that Emil Vass sold the seal in May 2015.", None),
        ("The inquiry heard that Emil Vass sold the seal in May 2015.", None),
        ("The tribunal was told that Emil Vass sold the seal in May 2015.", None),
        ("The jury heard that Emil Vass sold the seal in May 2015, Greta Lind said.", "Greta Lind"),
        ("Greta Lind said Emil Vass sold the seal in May 2015.", "Greta Lind"),
        # Titles and letters are no part of a name.
        ("Prosecutor Greta Lind KC said Emil Vass sold the seal in May 2015.", "Greta Lind"),
        ("The vicar, the Rev Martin Reed, said Emil Vass sold the seal in May 2015.", "Martin Reed"),
        # What somebody hopes is said by who tells of it.
        ("Greta Lind said the bank hoped to reopen its branch in Kesten by June 2020.", "Greta Lind"),
        ("Greta Lind said the navy feared the ferry would sink by June 2020.", "Greta Lind"),
    ],
)
def test_who_says_so(text, speaker):
    """Who hears or hopes something is not who says it."""
    assert {said for _, said in told(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a conjunction opens is no headline, but a clause like others.
        (
            "A crowded trawler capsized off Kesten on 3 May 2019. Six sailors died when a trawler capsized.",
            ["Crowded trawler capsizes off Kesten"],
        ),
        # The object of one verb is not the subject of the next.
        (
            "Greta Lind read history, graduated in 1990 as the best of her year, and was hired by a bank.",
            ["Greta Lind graduates as best of her year"],
        ),
        (
            "Emil Vass sold boats to the navy, retired in 2001 with a pension, and bought a farm.",
            ["Emil Vass retires with pension"],
        ),
        (
            "It came to light when a young clerk, Emil Vass, noticed in May 2017 that a seal was gone.",
            ["Emil Vass notices seal is gone"],
        ),
        # Two nouns, not a clause.
        (
            "Officials declared a cholera outbreak in Kesten on 3 May 2019.",
            ["Officials declare cholera outbreak in Kesten"],
        ),
        # A possessive within a name is part of it.
        (
            "Emil Vass was admitted to St Ann's Hospital on 3 May 2019.",
            ["Emil Vass admitted to St Ann’s Hospital"],
        ),
        # What something is done for.
        (
            "In May 2018 Emil Vass closed the shop so he could visit Orla in June 2020.",
            ["Emil Vass closes shop"],
        ),
        # What is only said to be something has that name.
        ("Bio-glass, an old craft that spread in the 1980s, is back.", ["Bio-glass spreads"]),
        (
            "Sand was mixed with lime, an old trick that spread through Norvia in 1986.",
            ["Old trick spreads through Norvia"],
        ),
        # In what they died.
        ("The last flood in the valley was in 1990, when six people died.", ["Six people die in flood"]),
        ("The worst fire was in 1981, when eleven children died.", ["Eleven children die in fire"]),
        (
            "It was the worst flood in the region since 1953, when six people died.",
            ["Six people die in flood"],
        ),
        (
            "On 3 May 2019, six people died and ten were injured in a stampede in Kesten.",
            ["Six people die in stampede in Kesten"],
        ),
        (
            "On 3 May 2019, six nurses died and ten were hurt when the lift of the clinic fell.",
            ["Six nurses die as lift of clinic falls"],
        ),
        # What points back to other sentences stays out.
        ("A quake in 1990 killed six people in the same province.", ["Quake kills six people"]),
        ("The Elsa sank near the same reef in 1990 with six men.", ["Elsa sinks with six men"]),
        ("An earlier attempt at a truce failed in 2017.", ["Attempt at truce fails"]),
        ("Similar marches over bread toppled the cabinet in 2017.", ["Marches over bread topple cabinet"]),
        # A participle between commas is an aside, and a ship is sunk, not sinking others.
        (
            "They built the liner Princess Astrid, torpedoed off Ireland in 1917.",
            ["Liner Princess Astrid torpedoed off Ireland"],
        ),
        # What fails is not done to something.
        ("The pumps were repaired by divers and failed again on 3 May 2019.", ["Pumps fail again"]),
        ("The governor flew over the valley on 3 May 2019.", ["Governor flies over valley"]),
        ("Emil Vass rang the bank on 3 May 2019.", ["Emil Vass rings bank"]),
        # Who is ordered to pay can answer for it.
        (
            "Toyota has a mine. The firm’s appeal was heard, and on 3 May 2019 it was ordered to pay a fine.",
            ["Toyota ordered to pay fine"],
        ),
        # The company is the one of which the article tells, not where somebody works who speaks of it.
        (
            "Toyota makes cars. Ana Ruiz of Credit Suisse was glad. The company sold a plant in May 2018.",
            ["Toyota sells plant"],
        ),
        # A crew is many.
        ("The crew sold their boat on 3 May 2019.", ["Crew sell their boat"]),
        # Too much is more than much.
        (
            "Experts said in May 2018 that the lake would be too salty for fish.",
            ["Experts say lake will be too salty for fish"],
        ),
        ("The path to the highest of them, Kesten, was shut by snow on 3 May 2019.", ["Path shut by snow"]),
        # Which of many.
        (
            "Emil Vass ordered an inspection of twelve ferries in May 2018. The inspections began in June.",
            ["Emil Vass orders inspection of twelve ferries", "Inspection of twelve ferries begins"],
        ),
        (
            "Guests without a ticket were turned away on 3 May 2019.",
            ["Guests without ticket turned away"],
        ),
        ("Sales in Kesten fell to €1.9bn in May 2018.", ["Sales in Kesten fall to €1.9bn"]),
        # From where, in a word.
        ("A sailor returned from abroad on 3 May 2019.", ["Sailor returns from abroad"]),
        # A road is not called as the village is to which it leads.
        (
            "The road to the highest village, Kesten, was shut on 3 May 2019.",
            ["Road to Kesten shut"],
        ),
        # Whom "the two" means who were named together, and whose the family or a son is.
        (
            "Envoys of France and Portugal met. The road between the two countries was shut in May 2018.",
            ["Road between France and Portugal shut"],
        ),
        (
            "Ford and Toyota build cars. Both companies closed a plant in May 2018.",
            ["Ford and Toyota close plant"],
        ),
        (
            "Greta Lind was born in Kesten. Lind was a painter. The family fled to Paris in 1947.",
            ["Greta Lind’s family flees to Paris"],
        ),
        (
            "Greta Lind was a painter. Another son, Luca, was killed in an accident in 1986.",
            ["Greta Lind’s son Luca killed in accident"],
        ),
        (
            "Greta Lind was a painter. Her mother, Eva, closed the school in 1986.",
            ["Greta Lind’s mother Eva closes school"],
        ),
    ],
)
def test_titles(text, expected):
    """A title says who did what, is a sentence of its own and needs no other to be understood."""
    assert titles(text) == expected


def test_a_paper_is_no_place():
    """What is told in a paper did not happen there."""
    text = "Emil Vass denied a report in Le Monde in May 2018. Greta Lind filed a suit in Paris in May 2018."
    found = find_mentions(Article("a", "A", text, published="2019-05-15"))
    assert {place for mention in found for place in mention.places} == {"Paris"}


def test_the_two_take_part():
    """Both whom "the two countries" means take part, and both say so."""
    text = "Envoys of France and Portugal met. The two countries closed the bridge in May 2018."
    (closure,) = find_mentions(Article("a", "A", text, published="2019-05-15"))[-1:]
    assert {each.name for each in closure.participants if each.role == "agent"} == {"France", "Portugal"}
    text = (
        "Envoys of France and Portugal met. Both countries said the river flooded six villages in May 2018."
    )
    assert told(text)[-1] == ("River floods six villages", "France and Portugal")


@pytest.mark.parametrize(
    "text",
    [
        "Emil Vass has rung the bell for years. On 3 June 2019 he will do it for the last time.",
        "He dismissed a claim, shared by thousands on 3 May 2019, that the bank would close.",
        "A study predicted in May 2018 that it would be empty within ten years.",
        "Experts warned in May 2018 that another large one was due.",
        "Greta Lind takes over in May 2020.",
        "Greta Lind spent much of May 2018 visiting shareholders.",
        "A Norvian patrol boat struck one of its own in May 2018.",
        '"In December 2016 Emil Vass was walking into Orla, and he loved it," said Greta Lind.',
        "She climbs when the lists come out, high enough to enter the cup in May 2020.",
    ],
)
def test_no_title(text):
    """What says nothing without another sentence has no title."""
    assert titles(text) == []


@pytest.mark.parametrize(
    ("headline", "text", "slight"),
    [
        ("News", "The globes were replaced on 3 May.", True),
        ("News", "The dispute began on 3 May.", True),
        ("Why the strike began", "The strike began on 3 May.", False),  # the article is about it
        ("News", "The old globes were replaced on 3 May.", True),
        ("News", "The old globes of the reading room were replaced with lamps on 3 May.", False),
        ("News", "Two old globes were replaced with brass lamps on 3 May.", True),  # of which there are many
        ("News", "The master was arrested on 3 May.", True),
        ("News", "The Norvian company closed its mill on 3 May.", True),  # whose name another sentence has
        ("News", "Gunmen stormed a mosque in Kesten on 3 May.", False),
        ("News", "Ana Ruiz was replaced on 3 May.", False),
        ("News", "Ana Ruiz sang on 3 May.", True),
        ("News", "Her last appearance was on 3 May.", True),
        ("News", "Ana Ruiz filed a complaint on 3 May.", True),
        ("News", "Ana Ruiz filed a complaint against the port on 3 May.", False),
        ("News", "The airline was founded by Ana Ruiz. One of its planes slid off a runway on 3 May.", True),
        ("News", "Ana Ruiz is expected on 3 June.", True),
        # Which of several something is does not say of what it is, nor does whose, once that is lost.
        ("News", "The last section is to enter service on 3 June.", True),
        ("News", "A third round was held in Kesten on 3 May.", True),
        # What a verb is done to, by whomever, wherever it stands; and a place without its name.
        ("News", "Ana Ruiz refused to reopen the case on 3 May.", True),
        ("News", "The deal was approved by Halden Motors on 3 May.", True),
        ("News", "Members of the council voted to refuse permission on 3 May.", True),
        ("News", "Telephone lines to the town were cut on 3 May.", True),
        ("News", "Telephone lines to Kesten were cut on 3 May.", False),
        ("News", "Igor Velm headed the navy from 1998.", False),
        # What stands right behind the last word and completes it must not be lost.
        ("News", "Ana Ruiz spent an hour on 3 May painting the bridge.", True),
    ],
)
def test_a_bare_noun_with_a_bare_verb_is_slight(headline, text, slight):
    """Who is not named must be described and told more of, whoever is named do something of a known kind."""
    opening = "Ana Ruiz has spent her life by the sea, and she has seen more than most. " * 5
    article = Article("a", headline, f"{opening}\n\n{text}", published="2024-05-15")
    told = [mention for mention in find_mentions(article) if mention.date and mention.title]
    assert [mention.slight for mention in told] == [slight]


@pytest.mark.parametrize(
    ("who", "slight"), [("Officials", True), ("The council of Norvia", True), ("Ana Ruiz", False)]
)
def test_what_is_plainly_said_is_news_where_a_person_says_it(who, slight):
    """What a body says is no more than that, unless others tell it, too."""
    text = f"{who} told Radio Orla on 3 May that the port of Kesten was doing well."
    (told,) = find_mentions(Article("a", "News", text, published="2024-05-15"))
    assert told.title
    assert told.slight == slight


def test_the_country_is_that_of_whose_president_acts():
    """Whichever country an article is about, a US president does what he does to the United States."""
    text = (
        "China’s exports rose. US President Ana Ruiz signed an order on 23 January 2017 to withdraw "
        "the country from the pact. China’s imports rose."
    )
    assert titles(text) == ["Ana Ruiz signs order to withdraw US from pact"]


def test_what_has_lost_its_owner_is_slight():
    """Nobody knows of what an upper stage is once a title has left out "its"."""
    text = "The launch ended when its upper stage shut down on 3 May."
    told = find_mentions(Article("a", "News", text, published="2024-05-15"))
    assert [m.slight for m in told if m.title == "Upper stage shuts down"] == [True]


@pytest.mark.parametrize(
    ("opening", "first"),
    [
        ("KESTEN - A cholera outbreak has killed six people.", "First cholera case reported in Orla"),
        ("The mayor resigned. A clerk left. He had cholera.", "First case reported in Orla"),
    ],
)
def test_cases_are_of_what_the_article_opens_with(opening, first):
    """One word of an illness is enough where the first sentence has it, and not where a later one does."""
    text = f"{opening}\n\nThe first case was reported in Orla on 3 May."
    article = Article("a", "News", text, published="2024-05-15")
    told = [mention.title for mention in find_mentions(article) if mention.date and mention.title]
    assert told[-1:] == [first]


def test_a_brother_of_somebody_is_not_he():
    """Who is told to be the brother of one who bears the same surname is another, wherever he is named."""
    text = "Ruiz, a brother of the minister Tom Ruiz, died on 3 May. Ruiz left Orla on 2 May."
    told = find_mentions(Article("a", "News", text, published="2024-05-15"))
    assert [m.title for m in told if m.title] == ["Ruiz dies", "Ruiz leaves Orla"]
