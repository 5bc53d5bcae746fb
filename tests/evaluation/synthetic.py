"""A made-up archive of any size, for measuring: `python synthetic.py FOLDER EVENTS` writes a site's source.

Its people, places and outlets are invented, their names in seven scripts; dates take every form that a date
can have. The same size gives the same archive, byte for byte.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from dateline.articles.front_matter import format_article
from dateline.events.formatting import format_event
from dateline.model import Article, Event, Source

_SEED = 6
_LAST_YEAR = 2025
_FIRST_YEAR = 1994
# Long before the rest, so that an empty stretch lies between.
_OLD_YEAR = 1953

_GIVEN = ["Ada", "Bren", "Ciro", "Dalia", "Edo", "Fenna", "Goran", "Halima", "Ismo", "Jora", "Kenji", "Lale"]
_FAMILY = [
    "Abern",
    "Bostan",
    "Corvane",
    "Dellmar",
    "Ekström",
    "Farro",
    "Grünwal",
    "Hadari",
    "Ilves",
    "Jurado",
]
_OTHER_SCRIPTS = [
    "مهران درخشانی",
    "نسرین کوهستان",
    "Лада Верещагова",
    "Марко Злотник",
    "Δάφνη Καραμάνη",
    "林月溪",
    "רינה אלמוג",
    "मीरा देवगाँव",
]
_BODIES = [
    "Harbour Office",
    "Northern Front",
    "Grain Board",
    "Assembly of Delvar",
    "Coast Guard",
    "Union of Weavers",
]
_PLACES = [
    "Delvar",
    "Port Ansel",
    "Kesh Valley",
    "Sarmin",
    "Lower Brae",
    "Ostrava Minor",
    "Tal Amun",
    "Vessel Bay",
]
_PLACES += ["Mirador", "Nuwara", "Quill", "Zeyre", "شهر نیلوفر", "Нижний Брод", "Άνω Πέτρα", "青石镇"]
_SIDES = ["North", "South", "Old", "New", "Upper", "Great"]
_OUTLETS = [
    "Delvar Courier",
    "Ansel Evening Post",
    "Radio Sarmin",
    "The Kesh Ledger",
    "Harbour Wire",
    "خبر نیلوفر",
]
_OUTLETS += [
    "Бродские вести",
    "Tal Amun Times",
    "Weavers’ Gazette",
    "The Lower Brae Mail",
    "Nuwara Today",
    "Quill",
]
_DEEDS = {
    "meeting": ["meets {other} in {place}", "receives a delegation from {other}"],
    "attack": ["is blamed for an attack near {place}", "loses a patrol boat off {place}"],
    "agreement": ["signs an agreement with {other}", "and {other} agree on the water of {place}"],
    "statement": ["says the bridge at {place} will be rebuilt", "calls the terms of {other} unacceptable"],
    "deployment": ["sends {number} guards to {place}", "withdraws {number} guards from {place}"],
    "law": ["passes the harbour law", "repeals the grain tax"],
    "election": ["wins the vote in {place}", "loses the vote in {place} to {other}"],
    "disaster": ["counts {number} homes lost in the flood of {place}"],
}
_KINDS = ["happened", "planned", "forecast", "denied"]
# What happens is far more often told than what is planned, expected or denied.
_KIND_WEIGHTS = [88, 5, 4, 3]
_MONTHS = ["January", "February", "March", "April", "May", "June"]
_MONTHS += ["July", "August", "September", "October", "November", "December"]
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def archive(count: int) -> tuple[list[Event], list[Article]]:
    """Make an archive.

    Args:
        count: How many events it holds; it has an article for every ten.

    Returns:
        The events in no order of time, and the articles.
    """
    chance = random.Random(_SEED)
    articles = [_article(number, chance) for number in range(max(3, count // 10))]
    cast = _Cast(count, chance)
    events = [_event(number, cast, articles, chance) for number in range(count)]
    quotes: dict[str, list[str]] = defaultdict(list)
    for event in events:
        for source in event.sources:
            quotes[source.article].append(source.quote)
    return events, [
        replace(article, text="\n\n".join(quotes[article.id]) or "Made up, to measure by.")
        for article in articles
    ]


def write(folder: Path, count: int) -> None:
    """Write an archive as the source of a site: a file each for `mkdocs.yml`, articles and events."""
    events, articles = archive(count)
    content = folder / "content"
    (content / "articles").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: The Delvar archive\ndocs_dir: content\ntheme: dateline\nplugins: [dateline]\n"
        "site_url: https://archive.example/\nrepo_url: https://github.com/example/archive\n"
        "edit_uri: edit/main/content/\n",
        encoding="utf-8",
    )
    (content / "index.md").write_text("# The Delvar archive\n\nMade up, to measure by.\n", encoding="utf-8")
    for article in articles:
        file = content / "articles" / f"{article.id}.md"
        file.write_text(format_article(article), encoding="utf-8")
    for event in events:
        file = content / event.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(format_event(event, depth=2), encoding="utf-8")


class _Cast:
    """Who and what the events are about: a few are in many, most are in few, as in any archive."""

    def __init__(self, count: int, chance: random.Random) -> None:
        people = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
        most = max(12, int(4 * count**0.6))
        self._actors = _enough([*_BODIES, *_OTHER_SCRIPTS, *people], most, chance)
        self._places = _enough(_PLACES, max(8, most // 4), chance)
        self._actor_weights = _harmonic(len(self._actors))
        self._place_weights = _harmonic(len(self._places))

    def actor(self, chance: random.Random) -> str:
        return chance.choices(self._actors, cum_weights=self._actor_weights)[0]

    def place(self, chance: random.Random) -> str:
        return chance.choices(self._places, cum_weights=self._place_weights)[0]


def _enough(names: list[str], most: int, chance: random.Random) -> list[str]:
    """So many names, more of them made of syllables where the given ones do not suffice."""
    enough = dict.fromkeys(names[:most])
    while len(enough) < most:
        word = "".join(chance.choice(_SYLLABLES) for _ in range(4)).capitalize()
        enough[f"{chance.choice(_GIVEN)} {word}"] = None
    return list(enough)


def _harmonic(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 3) for rank in range(count)))


def _article(number: int, chance: random.Random) -> Article:
    year, month, day = _day(chance)
    outlet = chance.choice(_OUTLETS)
    return Article(
        id=f"article-{number:06}",
        title=f"{outlet}: notes of {day} {_MONTHS[month - 1]} {year}, no. {number}",
        text="Made up, to measure by.",
        outlet=outlet,
        published=f"{year}-{month:02}-{day:02}" if chance.random() < 0.9 else None,
        url=f"https://news.example/{number}" if chance.random() < 0.5 else None,
        language={"خبر نیلوفر": "fa", "Бродские вести": "ru"}.get(outlet, "en"),
    )


def _event(number: int, cast: _Cast, articles: list[Article], chance: random.Random) -> Event:
    actor, other, place = cast.actor(chance), cast.actor(chance), cast.place(chance)
    tag = chance.choice(list(_DEEDS))
    figure = chance.randrange(10, 9000, 10)
    deed = chance.choice(_DEEDS[tag])
    date, words = _date(chance)
    title = f"{actor} {deed.format(other=other, place=place, number=f'{figure:,}')}"
    year = next(part for part in date.replace("[", "").replace("/", " ").replace(".", " ").split() if part)[
        :4
    ]
    return Event(
        id=f"event-{number:06}",
        date=date,
        title=title,
        summary=f"{actor} was in {place} {words}, the papers of the day say."
        if chance.random() < 0.5
        else "",
        actors=tuple(dict.fromkeys((actor, other))) if "{other}" in deed else (actor,),
        places=(place,),
        tags=(tag,),
        kind=chance.choices(_KINDS, _KIND_WEIGHTS)[0],
        importance=chance.choices([1, 2, 3, 4, 5], [20, 30, 30, 15, 5])[0],
        status="reviewed" if chance.random() < 0.6 else "draft",
        sources=tuple(_sources(title, figure, words, cast, articles, chance)),
        path=f"events/{year.replace('X', '0')}/event-{number:06}.yml",
    )


def _sources(
    title: str, figure: int, words: str, cast: _Cast, articles: list[Article], chance: random.Random
) -> Iterator[Source]:
    """One telling or several; a few give another number or do not say when."""
    for article in chance.sample(articles, chance.choices([1, 2, 3], [60, 30, 10])[0]):
        told = figure if chance.random() < 0.8 else figure + 50
        yield Source(
            article=article.id,
            quote=f"{title.replace(f'{figure:,}', f'{told:,}')} {words}, it was reported.",
            speaker=cast.actor(chance) if chance.random() < 0.4 else None,
            dated=words if chance.random() < 0.9 else None,
        )


def _day(chance: random.Random) -> tuple[int, int, int]:
    """A day; later years hold more of them."""
    span = _LAST_YEAR - _FIRST_YEAR + 1
    year = _FIRST_YEAR + int(span * chance.random() ** 0.5)
    return year, chance.randint(1, 12), chance.randint(1, 28)


def _date(chance: random.Random) -> tuple[str, str]:
    """A date as EDTF, and words that could have given it."""
    year, month, day = _day(chance)
    if chance.random() < 0.002:
        year = _OLD_YEAR
    iso, name = f"{year}-{month:02}-{day:02}", _MONTHS[month - 1]
    later = min(day + 3, 28)
    forms = [
        (600, iso, f"on {day} {name} {year}"),
        (120, f"{year}-{month:02}", f"in {name} {year}"),
        (50, f"{year}", f"in {year}"),
        (20, f"{iso}T14:30", f"at 14:30 on {day} {name} {year}"),
        (10, f"{iso}T06:05+03:30", f"at dawn on {day} {name} {year}"),
        (30, f"{iso}/{year}-{month:02}-{later:02}", f"from {day} to {later} {name} {year}"),
        (30, f"{year}/{year + 2}", f"between {year} and {year + 2}"),
        (20, f"{year}-{month:02}/..", f"since {name} {year}"),
        (20, f"../{year}", f"by the end of {year}"),
        (10, f"../{iso}", f"by {day} {name} {year}"),
        (20, f"{year}~", f"about {year}"),
        (10, f"{year}-{month:02}~", f"about {name} {year}"),
        (10, f"{iso}?", f"perhaps on {day} {name} {year}"),
        (5, f"{year}%", f"perhaps about {year}"),
        (10, f"{year // 10}X", f"in the {year // 10 * 10}s"),
        (5, f"{year // 10 * 10 + 4}~/{year // 10 * 10 + 6}~", f"in the mid-{year // 10 * 10}s"),
        (10, f"{year}-{month:02}-XX", f"one day in {name} {year}"),
        (5, f"{year}-XX", f"in a month of {year}"),
        (10, f"{year}-22", f"in the summer of {year}"),
        (10, f"{year}-34", f"in the second quarter of {year}"),
        (5, f"{year}-41", f"in the second half of {year}"),
        (5, f"[{iso},{year}-{month:02}-{later:02}]", f"on {day} or {later} {name} {year}"),
        (5, f"[..{year}]", f"in {year} or earlier"),
        (5, f"/{year}", f"until {year}"),
        (5, f"{year}/", f"from {year}"),
    ]
    weights, *_ = zip(*forms, strict=True)
    _, date, words = chance.choices(forms, weights)[0]
    return date, words


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
