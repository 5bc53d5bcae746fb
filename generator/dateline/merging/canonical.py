"""What articles tell with each name as it is kept: one name a bearer, whatever an article calls it."""

from dataclasses import replace

from dateline.model import Mention, Participant, Reading, Speaker
from dateline.names import Names


def with_names(reading: Reading, names: Names) -> Reading:
    """A reading whose participants, places and speakers go by the names that are kept."""
    mentions = tuple(_named(mention, names) for mention in reading.mentions)
    references = tuple(_named(mention, names) for mention in reading.references)
    return replace(reading, mentions=mentions, references=references)


def _named(mention: Mention, names: Names) -> Mention:
    article = mention.article
    people: dict[str, Participant] = {}
    for each in mention.participants:
        name = names.canonical(each.name, each.kind, article) if each.named else each.name
        people.setdefault(name, each if name == each.name else replace(each, name=name))
    places = (names.canonical(place, "place", article) for place in mention.places)
    said = mention.speaker
    speaker = said and Speaker(
        names.canonical(said.name, None, article), said.via and names.canonical(said.via, None, article)
    )
    return replace(
        mention,
        participants=tuple(people.values()),
        places=tuple(dict.fromkeys(places)),
        speaker=speaker,
    )
