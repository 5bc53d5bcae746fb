"""What an article is about: its chief person, firm and place, the illness of which it tells."""

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, has_child
from dateline.extraction.lexicon import word_set
from dateline.extraction.who.nations import country_groups

if TYPE_CHECKING:
    from dateline.extraction.who.cast import Cast
    from dateline.parsing import Token

# So many passages are the head of an article.
_HEAD = 3
# So many are what it opens with: a dateline and a sentence.
_OPENING = 2
# So often it names, at least, what it is about.
_OFTEN = 2
_NOUNS = frozenset({"NOUN", "PROPN"})
_WHERE = frozenset({"in", "near"})
_LEAVING = frozenset({"leave", "reach", "depart"})


class Story:
    """What an article is about, found out when it is first asked for.

    Args:
        cast: the names of the article.
    """

    def __init__(self, cast: "Cast") -> None:
        self._cast = cast

    @cached_property
    def mourned(self) -> str:
        """Whose life the article tells because it is over, "" where it is no obituary.

        It says at its head who died, and then when they were born or by whom they are survived.
        """
        cast = self._cast
        died = (
            who
            for doc in cast.docs[:_HEAD]
            for verb in doc
            if verb.lemma_ == "die"
            for who in (verb.head, *verb.lefts)
            if who.dep_ in SUBJECTS and cast.label(who) == "PERSON"
        )
        told = any(
            t.lower_ == "born" or (t.lower_ == "survived" and any(c.lower_ == "by" for c in t.rights))
            for doc in cast.docs
            for t in doc
        )
        who = next(died, None)
        return cast.name(who) if who is not None and told else ""

    @cached_property
    def person(self) -> str:
        """Whom the article names more often than anybody else, "" if that is nobody."""
        cast = self._cast
        named = Counter(cast.name(e.root) for e in cast.entities if cast.label(e.root) == "PERSON")
        most = [name for name, count in named.items() if count == max(named.values())]
        return most[0] if len(most) == 1 else ""

    @cached_property
    def firm(self) -> "Token | None":
        """Where the article first names the body that it is about: at its head, and more than any other."""
        cast = self._cast
        roots = {e.root for e in cast.entities if cast.label(e.root) == "ORG"}
        words = (t for doc in cast.docs for t in doc if t.pos_ == "PROPN" and cast.begins_body(t))
        named = roots | {t for t in words if (e := cast.entity(t)) is None or e.root not in roots}
        persons = Counter(cast.name(e.root) for e in cast.entities if e.label_ == "PERSON")
        bodies = [t for t in named if cast.label(t) == "ORG" and not _is_where(t, cast.language)]
        counts = Counter(cast.name(body) for body in bodies)
        most = max(counts.values(), default=0)
        at_head = {
            cast.name(body): body
            for body in sorted(bodies, key=cast.place, reverse=True)
            if counts[cast.name(body)] == most > max(1, 2 * persons[cast.name(body)])
            and cast.place(body)[0] < _HEAD
        }
        return next(iter(at_head.values())) if len(at_head) == 1 else None

    @cached_property
    def illness(self) -> "Token | None":
        """Where the article names in full the illness of which it tells, as "swine flu" for "flu"."""
        known = word_set(self._cast.language, "health", "illnesses")
        words = [t for doc in self._cast.docs for t in doc if t.lower_ in known and t.pos_ in _NOUNS]
        counts = Counter(t.lower_ for t in words)
        (name, often), *_ = [*counts.most_common(1), ("", 0)]
        alone = len(counts) == 1 and self._cast.place(words[0])[0] < _OPENING
        # One with more of its name, and none with the capital that opens a sentence.
        told = [t for t in words if t.lower_ == name and (often >= _OFTEN or alone)]
        told.sort(key=lambda t: (not any(c.dep_ == "compound" for c in t.lefts), t.left_edge.i == 0))
        return told[0] if told else None

    @cached_property
    def place(self) -> str | None:
        """The town or country of which the article tells: named at its head, twice as often as any other."""
        cast = self._cast
        countries: Counter[str] = Counter()
        towns: Counter[str] = Counter()
        head: set[str] = set()
        for entity in cast.entities:
            token = entity.root
            country = cast.country_of(token) if entity.label_ in {"GPE", "NORP"} else None
            if country is None and cast.label(token) != "GPE":
                continue
            name = country or cast.name(token)
            (countries if country else towns)[name] += 1
            if cast.place(token)[0] < _HEAD:
                head.add(name)
        (country, most), (_, next_most), *_ = [*countries.most_common(2), ("", 0), ("", 0)]
        (town, often), (_, next_often), *_ = [*towns.most_common(2), ("", 0), ("", 0)]
        if often > max(_OFTEN, most) and often >= 2 * next_often and town in head:
            return town
        return country if most >= max(_OFTEN, often, 2 * next_most) and country in head else None

    def is_town(self, token: "Token") -> bool:
        """Whether a name is that of the place, no country, which the article names most.

        Of several named as often it is one only if it is told of at the head.
        """
        name = self._cast.name(token)
        rivals = [often for other, often in self._towns.items() if other != name]
        most, opens = max(rivals, default=0), self._cast.place(token)[0] < _HEAD
        return self._towns[name] > most or (opens and self._towns[name] == most)

    @cached_property
    def _towns(self) -> Counter[str]:
        cast = self._cast
        places = (e.root for e in cast.entities if e.label_ == "GPE")
        return Counter(cast.name(place) for place in places if not cast.is_country(place))

    def is_country(self, token: "Token") -> bool:
        """Whether a name is that of the country of which the article tells, rather than of one beside it."""
        cast = self._cast
        mine = cast.long_name(cast.name(token))
        states = [name for name in self._places if name in country_groups(cast.language) and name != mine]
        rivals = states if self._places[mine] > 1 else [name for name in self._places if name != mine]
        return all(self._places[mine] > self._places[name] for name in rivals)

    @cached_property
    def _places(self) -> Counter[str]:
        cast = self._cast
        return Counter(cast.long_name(cast.name(e.root)) for e in cast.entities if e.label_ == "GPE")


def _is_where(name: "Token", language: str) -> bool:
    """Whether a name is one of where something is or goes, by the words beside it: "left for Orla"."""
    head = name.head
    if name.dep_ == "compound":
        return head.lower_ in word_set(language, "places", "named_after")
    if name.dep_ == "dobj":
        return head.lemma_ in _LEAVING
    leads = head.lower_ in _WHERE or (head.lower_ == "for" and head.head.lemma_ in _LEAVING)
    return name.dep_ == "pobj" and leads and not has_child(name, "compound")
