"""Forms of names: what is one, and which is short for which."""

import re
import unicodedata
from functools import cache, lru_cache

from dateline.extraction.lexicon import word_set

_LONGEST = 100
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Z0-9&.-]{1,9}s?")
_QUOTES = " '’‘\"“”„«».,;:()[]–—-*"
_POSSESSIVE = re.compile(r"['’]s?$")
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_LETTERS_WITH_STOPS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_TWO_WORDS = 2
_LONGEST_ACRONYM = 5
# Names whose words are kept at hand: more than one article has.
_REMEMBERED = 4096
_LONGEST_WITHOUT_PLURAL = 3


def bare(text: str) -> str:
    """A name without what grammar puts around it: article, quotation marks, possessive."""
    text = " ".join(text.partition("(")[0].split()).strip(_QUOTES.replace("'", "").replace("’", ""))
    text = _POSSESSIVE.sub("", text)
    text = _THE.sub("", text.strip(_QUOTES)).strip(_QUOTES)
    return f"{text}." if _LETTERS_WITH_STOPS.fullmatch(text) else text


def is_acronym(text: str) -> bool:
    """Whether a name is written in letters: "WTO", "U.N.", "G20"."""
    return _ACRONYM.fullmatch(text) is not None


def is_name(text: str, language: str) -> bool:
    """Whether a text can be a name at all: not a number, a lone small word, a title without its bearer."""
    words = text.split()
    letters = [char for char in text if char.isalpha()]
    return (
        len(letters) > 1
        and len(text) <= _LONGEST
        and any(char.isupper() or not char.isascii() for char in letters)
        and not all(word.lower().strip(".") in _never_alone(language) for word in words)
    )


@cache
def _never_alone(language: str) -> frozenset[str]:
    return word_set(language, "persons", "titles") | word_set(language, "namings", "general")


def without_titles(text: str, language: str) -> tuple[str, str]:
    """A person's name without titles and letters behind it, and those titles in lower case."""
    titles = word_set(language, "persons", "titles")
    styles = word_set(language, "persons", "styles")
    words, taken = text.split(), []
    while len(words) > 1 and words[0].lower().strip(".") in titles:
        if len(words) == _TWO_WORDS and words[0].lower() in styles:
            break  # "Queen Margrethe" says nothing without the title.
        taken.append(words.pop(0).lower().strip("."))
    while len(words) > 1 and words[-1].lower() in word_set(language, "persons", "after_names"):
        words.pop()
    return " ".join(words).strip(_QUOTES), " ".join(taken)


def is_organisation(text: str, language: str) -> bool:
    """Whether a name ends as only those of bodies do: "Inc", "Party"."""
    words = text.lower().split()
    return len(words) > 1 and words[-1].strip(".") in word_set(language, "namings", "endings", "bodies")


def same_spelling(text: str) -> str:
    """What two forms share that differ in capitals and accents only: "BOGOTÁ" and "Bogota"."""
    letters = unicodedata.normalize("NFKD", text)
    folded = "".join(char for char in letters if not unicodedata.combining(char))
    return text if is_acronym(text) and len(text) <= _LONGEST_ACRONYM else folded.casefold().replace("’", "'")


def fits_person(short: str, long: str, language: str) -> bool:
    """Whether one article's short name of a person stands for a longer one: its end, or its first words."""
    part, whole = _words_of_person(short, language), _words_of_person(long, language)
    if not part or len(part) > len(whole) or (part == whole and short == long):
        return False
    if part == whole or part == whole[-len(part) :]:
        return True
    if part[0] != whole[0]:
        return False
    rest = iter(whole)
    return all(word in rest for word in part)


@lru_cache(_REMEMBERED)
def _words_of_person(name: str, language: str) -> tuple[str, ...]:
    particles = word_set(language, "namings", "particles")
    words = [word.strip(".'’") for word in re.split(r"[\s-]+", name.casefold())]
    return tuple(word for word in words if word and word not in particles)


def fits_body(short: str, long: str, language: str) -> bool:
    """Whether one article's short name of a body stands for a longer one.

    It keeps the word that the name is about, with what stands before it or without: "the Guards" and
    "Coastal Guards" for the "Royal Coastal Guard Corps", "Northern Bank" for "Northern Bank of Elbonia".
    """
    part, whole = _words_of_body(short), _words_of_body(long)
    if len(part) >= len(whole):
        return False
    endings = _endings(language)
    between = word_set(language, "namings", "between")
    for start in range(len(whole) - len(part) + 1):
        rest = whole[start + len(part) :]
        if whole[start : start + len(part)] == part:
            return not rest or rest[0] in between or all(word in endings for word in rest)
    return False


@lru_cache(_REMEMBERED)
def _words_of_body(name: str) -> tuple[str, ...]:
    words = (word.strip(".,'’") for word in re.split(r"[\s-]+", name.casefold()))
    return tuple(_word_of_body(word) for word in words if word)


@cache
def _endings(language: str) -> frozenset[str]:
    return frozenset(_word_of_body(word) for word in word_set(language, "namings", "endings"))


def _word_of_body(word: str) -> str:
    return word.removesuffix("s") if len(word) > _LONGEST_WITHOUT_PLURAL else word


@lru_cache(_REMEMBERED)
def initials(name: str, language: str) -> frozenset[str]:
    """The letters that a name of several words may be known by, with its small words and without."""
    between = word_set(language, "namings", "between")
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isalnum()]
    weighty = [word for word in words if word.lower() not in between]
    if len(weighty) < _TWO_WORDS:
        return frozenset()
    spelled = ("".join(word[0].upper() for word in some) for some in (words, weighty))
    return frozenset(spelled)
