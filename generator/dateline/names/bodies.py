"""The names of organisations: their weighty words, what may be left out of them, and their initials."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.names.words import words
from dateline.slugs import slug

_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Z0-9&.-]{1,9}s?")
_OWNER = re.compile(r"(?:the\s+)?(\S.{1,40}?)['’]s\s+(?=\S)", re.IGNORECASE)
_SUFFIX = re.compile(r"(?<=.{6})(?:ary|al)$")
_SPELLED = (
    (re.compile("is(?=ation|e$|ed$|ing$)"), "iz"),
    (re.compile("our"), "or"),
    (re.compile("ence$"), "ense"),
)
_CENTRE = {"centre": "center", "centers": "center", "centres": "center", "programme": "program"}
_SAME_STATE = 4


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation's name taken apart; words are stems."""

    weighty: tuple[str, ...]
    """All but the small words between."""
    core: tuple[str, ...]
    """Less whose it is and less the words at its end that its short form leaves out."""
    owner: str
    """Whose it is, as the first letters of the state or owner; empty where that is not said."""
    groups: frozenset[str]
    """The faith or group that stands before it."""
    ending: tuple[str, ...]
    """What stood at its end, less legal forms."""


def is_acronym(name: str) -> bool:
    """Whether a name is written in letters: "WTO", "U.N.", "G20"."""
    return _ACRONYM.fullmatch(name) is not None


def acronym_key(name: str) -> str:
    """The letters of an acronym."""
    return re.sub(r"[^A-Z0-9]", "", name.upper() if is_acronym(name) else "")


def without_legal_form(name: str) -> str:
    """A company's name without "Inc" and the like at its end; a name always keeps one word."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].casefold().strip(".,") in words("legal"):
        parts.pop()
    return " ".join(parts).rstrip(",")


def has_owner(name: str) -> bool:
    """Whether a name says whose the body is: "Peru's central bank"."""
    return _owner(name) is not None


def _owner(name: str) -> re.Match[str] | None:
    found = _OWNER.match(name)
    return found if found and found[1].split()[-1].casefold() not in words("members") else None


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without plural and the differences between British and American spelling."""
    plain = slug(word).replace("-", "") or word.casefold()
    plain = _CENTRE.get(plain, plain)
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss"):
        plain = plain[:-1]
    for pattern, instead in _SPELLED:
        plain = pattern.sub(instead, plain)
    return _SUFFIX.sub("", plain)


@lru_cache(maxsize=200_000)
def body(name: str) -> Body:
    """An organisation's name taken apart."""
    owner, groups = "", set()
    found = _owner(name)
    if found:
        owner = found[1].casefold()
    rest = name[found.end() :] if found else name
    tokens = [token.strip(".,'’\"()") for token in re.split(r"[\s/–-]+", rest.casefold())]
    tokens = [token for token in tokens if token]
    if tokens[:1] == ["the"]:
        tokens.pop(0)
    weighty = [stem(token) for token in tokens if token not in words("between")]
    while len(tokens) > 1 and tokens[0] in words("nationalities"):
        token = tokens.pop(0)
        if token in words("groups"):
            groups.add(token)
        else:
            owner = owner or token
    tokens, ending = _without_ending(_turned(tokens))
    core = tuple(stem(token) for token in tokens if token not in words("between"))
    whole = (*([stem(owner)] if found else []), *weighty) or (name,)
    return Body(whole, core or whole, owner[:_SAME_STATE], frozenset(groups), ending)


def _turned(tokens: list[str]) -> list[str]:
    """The tokens in one order: "finance ministry" for "Ministry of Finance"."""
    if len(tokens) > 2 and tokens[0] in words("turned") and tokens[1] in words("between"):
        return [*tokens[2:], tokens[0]]
    return tokens


def _without_ending(tokens: list[str]) -> tuple[list[str], tuple[str, ...]]:
    ending: list[str] = []
    while len(tokens) > 1 and tokens[-1] in words("legal"):
        tokens = tokens[:-1]
    while len(tokens) > 2 and tokens[-1] in words("endings"):
        ending.insert(0, stem(tokens[-1]))
        tokens = tokens[:-1]
    return tokens, tuple(ending)


@lru_cache(maxsize=200_000)
def initials(name: str) -> frozenset[str]:
    """The letters that a name of two or more weighty words may be known by, small words counted or not."""
    own = _owner(name)
    rest = name[own.end() :] if own else name
    tokens = [token for token in re.split(r"[\s-]+", rest) if token[:1].isalnum()]
    if tokens and tokens[0].lower() == "the":
        tokens.pop(0)
    weighty = [token for token in tokens if token.lower() not in words("between")]
    if len(weighty) < 2:
        return frozenset()
    return frozenset("".join(token[0].upper() for token in some) for some in (tokens, weighty))
