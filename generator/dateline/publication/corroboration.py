"""What other articles say of when an article was published: they date a deed that it tells, too."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from dateline.edtf import in_words
from dateline.model import Mention, Passage, Reading
from dateline.publication.cues import befell, looks_ahead, tags_in, words_of
from dateline.publication.evidence import DEED, DERIVED, ENCOUNTER, Clue
from dateline.publication.people import People, keys_of, same_person
from dateline.publication.sightings import NEWS_AGE, OPENING, RARE, Deed, Known, Library
from dateline.publication.windows import Window, said

# A deed that is dated no closer than to so many days dates no news of it.
_VAGUE = 14
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Pair = tuple[str, str]


def shared_clues(
    reading: Reading, library: Library, deeds: Mapping[str, Sequence[Deed]], own: Known | None
) -> list[Clue]:
    """What deeds of other articles say of the date of one that tells them, too.

    Args:
        reading: of the article to date.
        library: of all articles.
        deeds: what is dated by now, by keys of names.
        own: what is known of the article by now. Only dates found in earlier rounds count for it, so that no
            two articles bear each other out.
    """
    names = library.people[reading.article.id].names
    found = {id(deed): deed for name in names for key in keys_of(name) for deed in deeds.get(key, ())}
    usable = [
        deed
        for deed in found.values()
        if deed.article != reading.article.id and (own is None or deed.round == 0 or deed.round < own.round)
    ]
    ordered = sorted(usable, key=lambda deed: (deed.article, deed.mention.passage.start, deed.mention.title))
    return [*_befallen(reading, library, ordered), *_encounters(reading, library, ordered)]


# -- deeds that befall someone once -------------------------------------------------------------------------


def _befallen(reading: Reading, library: Library, deeds: Sequence[Deed]) -> Iterator[Clue]:
    """The article is no older than a death that it tells as past; of several dates the first is certain."""
    told: dict[str, list[tuple[Deed, str]]] = {}
    for deed in deeds:
        for name in deed.people if deed.once else ():
            if library.fame.rarity(name) < RARE:
                continue
            sentence = _tells_of(reading, library, name, deed.once or "")
            if sentence is not None:
                known = next((own for own in told if same_person(own, name)), name)
                told.setdefault(known, []).append((deed, sentence))
    for name, tellings in told.items():
        # "In January" says no more than "on 3 January" does, and is no earlier date.
        closest = [(d, s) for d, s in tellings if not any(_is_vaguer(d, other) for other, _ in tellings)]
        deed, sentence = min(closest, key=lambda each: _start(each[0]))
        yield Clue(
            rule="deed",
            trust=DERIVED if deed.round else DEED,
            sentence=sentence,
            options=(Window(deed.when.first, None),),
            because=f"{deed.article} dates the {deed.once} of {name} to {_day(deed)}, told here as past",
            article=deed.article,
        )


def _tells_of(reading: Reading, library: Library, name: str, tag: str) -> str | None:
    """The sentence that tells as past what befell someone."""
    people = library.people[reading.article.id]
    for place in people.places(name):
        if befell(place.passage.text, place.start, place.end, tag, reading.article.language):
            return place.passage.text
    told = (m for m in reading.mentions if m.kind == "happened" and tag in m.tags)
    return next((m.passage.text for m in told if any(same_person(p, name) for p in people.befallen(m))), None)


def _is_vaguer(deed: Deed, other: Deed) -> bool:
    """Whether a deed is dated to a longer time that holds the one of the other."""
    return deed.when != other.when and deed.when.meet(other.when) == other.when


def _start(deed: Deed) -> tuple[str, str]:
    return (str(deed.when.first), deed.article)


def _day(deed: Deed) -> str:
    return in_words(deed.mention.date) if deed.mention.date else in_words(deed.when.edtf or "")


# -- encounters ---------------------------------------------------------------------------------------------


def _encounters(reading: Reading, library: Library, deeds: Sequence[Deed]) -> Iterator[Clue]:
    """The article came out within days of an encounter of two people that is its news."""
    told: dict[tuple[Pair, str], list[Deed]] = defaultdict(list)
    where: dict[tuple[Pair, str], Passage] = {}
    for deed in deeds:
        if deed.once or deed.when.days is None or deed.when.days > _VAGUE:
            continue
        for pair in combinations(sorted(deed.people), 2):
            if all(library.fame.rarity(name) >= RARE for name in pair):
                passage = _tells_same(reading, library, deed, pair)
                if passage is not None:
                    group = (
                        _own_names(reading, library, pair),
                        _family(deed.mention, reading.article.language),
                    )
                    told[group].append(deed)
                    where.setdefault(group, passage)
    for (pair, family), group_deeds in told.items():
        passage = where[pair, family]
        yield from _occasions(reading, library, pair, family, passage, group_deeds)


def _own_names(reading: Reading, library: Library, pair: Pair) -> Pair:
    """Two people as the article to date names them."""
    names = library.people[reading.article.id].names
    one, other = (next((own for own in names if same_person(own, name)), name) for name in pair)
    return (one, other) if one <= other else (other, one)


def _family(mention: Mention, language: str) -> str:
    """What a deed is called for which another telling of it may have another word."""
    tags = set(mention.tags)
    if tags & words_of(language, "encounter") or "statement" in tags:
        return "meeting"
    return next(iter(sorted(tags - words_of(language, "everyday"))), mention.predicate)


def _is_encounter(mention: Mention, people: People, language: str) -> bool:
    """Whether two people met: they did, or the one told the other something."""
    if set(mention.tags) & words_of(language, "encounter"):
        return True
    parted = people.taking_part(mention, "agent"), people.taking_part(mention, "patient")
    return "statement" in mention.tags and all(parted)


def _tells_same(reading: Reading, library: Library, deed: Deed, pair: Pair) -> Passage | None:
    """The first passage that tells the same deed of two people as news."""
    article = reading.article
    people = library.people[article.id]
    named = [
        {place.passage.start for place in people.places(name)}
        | {mention.passage.start for mention in reading.mentions if _takes_part(name, mention, people)}
        for name in pair
    ]
    for passage in people.passages:
        if passage.start not in named[0] & named[1]:
            continue
        mentions = [m for m in reading.mentions if m.passage.start == passage.start and m.kind == "happened"]
        joint = [m for m in mentions if all(_takes_part(name, m, people) for name in pair)]
        if library.is_news(article, passage) and _same_deed(
            deed, library, passage, mentions, joint, article.language
        ):
            return passage
    return None


def _takes_part(name: str, mention: Mention, people: People) -> bool:
    return any(same_person(each, name) for each in people.taking_part(mention))


def _same_deed(
    deed: Deed,
    library: Library,
    passage: Passage,
    mentions: Sequence[Mention],
    joint: Sequence[Mention],
    language: str,
) -> bool:
    """Whether a passage tells the same kind of deed; ``joint`` are its mentions in which both take part."""
    if _is_encounter(deed.mention, library.people[deed.article], language):
        told = tags_in(passage.text, language) & words_of(language, "encounter")
        certain = told and not looks_ahead(passage.text, language)
        return bool(certain) or any(_is_encounter(m, library.people[m.article], language) for m in joint)
    tags = set(deed.mention.tags) - words_of(language, "everyday")
    if tags:
        return any(tags & set(m.tags) for m in mentions)
    return not deed.mention.tags and any(m.predicate == deed.mention.predicate for m in mentions)


def _occasions(
    reading: Reading,
    library: Library,
    pair: Pair,
    family: str,
    passage: Passage,
    deeds: Sequence[Deed],
) -> Iterator[Clue]:
    """The clue of one encounter; where two people met more than once, one clue with a choice."""
    weekdays = _weekdays(reading, library, pair, passage)
    # What an article dates goes before what is only its news.
    dated = {deed.article for deed in deeds if deed.mention.date}
    candidates = [deed for deed in deeds if deed.mention.date or deed.article not in dated]
    what = f"{family} of {pair[0]} and {pair[1]}"
    fitting: list[tuple[Deed, Window]] = []
    for deed in candidates:
        when = _on_weekday(deed.when, weekdays) if weekdays else deed.when
        if when:
            fitting.append((deed, when))
            continue
        yield Clue(
            rule="encounter",
            trust=ENCOUNTER,
            sentence=passage.text,
            options=(deed.when.moved(0, NEWS_AGE),),
            because="",
            article=deed.article,
            refuted=f"{deed.article} dates a {what} to {_day(deed)}, "
            f"which is no {_names_of(weekdays)}, as told here",
        )
    occasions = _apart(fitting)
    if len(occasions) == 1:
        deed, when = occasions[0]
        yield Clue(
            rule="encounter",
            trust=DERIVED if deed.round else ENCOUNTER,
            sentence=passage.text,
            options=(when.moved(0, NEWS_AGE),),
            because=f"{deed.article} tells the same {what}, {said(when.edtf or '')}; "
            f"such news is at most {NEWS_AGE} days old"
            + (f", and {_names_of(weekdays)} is told here, too" if weekdays else ""),
            article=deed.article,
        )
    elif occasions:
        days = ", ".join(f"{said(when.edtf or '')} ({deed.article})" for deed, when in occasions)
        yield Clue(
            rule="encounter",
            trust=DERIVED,
            sentence=passage.text,
            options=tuple(when.moved(0, NEWS_AGE) for _, when in occasions),
            because=f"of several tellings of a {what} one fits the other evidence: {days}",
        )


def _weekdays(reading: Reading, library: Library, pair: Pair, passage: Passage) -> set[int]:
    """The days of the week on which an encounter was: in its own passage, or else in what the two said."""
    said_by = [
        m.passage
        for m in reading.mentions
        if m.passage.start < passage.start
        and m.passage.start < OPENING
        and any(p.role == "agent" and same_person(p.name, name) for p in m.participants for name in pair)
    ]
    phrases = library.phrases(reading.article)
    for among in ([passage], said_by):
        values = (p.value for each in among for p in phrases if each.start <= p.start < each.end)
        if found := {int(match[1]) for value in values if (match := _WEEKDAY.fullmatch(value))}:
            return found
    return set()


def _names_of(weekdays: set[int]) -> str:
    return " or ".join(_WEEKDAYS[day - 1] for day in sorted(weekdays))


def _on_weekday(when: Window, weekdays: set[int]) -> Window | None:
    """The days of a window from the first to the last that is one of some days of the week."""
    if when.first is None or when.days is None:
        return None
    days = [when.first + timedelta(days=number) for number in range(when.days)]
    fitting = [day for day in days if day.isoweekday() in weekdays]
    return Window(fitting[0], fitting[-1]) if fitting else None


def _apart(dated: Sequence[tuple[Deed, Window]]) -> list[tuple[Deed, Window]]:
    """The occasions that some dates are of: dates within a few days of each other are one, told best once."""
    groups: list[list[tuple[Deed, Window]]] = []
    for deed, when in sorted(dated, key=lambda each: (str(each[1].first), each[0].article)):
        last = groups[-1][-1][1] if groups else None
        if last and when.moved(NEWS_AGE, NEWS_AGE).meet(last):
            groups[-1].append((deed, when))
        else:
            groups.append([(deed, when)])
    return [min(group, key=lambda each: (each[0].round, each[1].days or 0)) for group in groups]
