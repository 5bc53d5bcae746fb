"""Countries: their adjectives, the groups that they belong to, and their short names."""

from functools import cache

from dateline.extraction.lexicon import rows_of, table_of


@cache
def country_groups(language: str) -> dict[str, frozenset[str]]:
    """Country to the adjectives of the groups that it belongs to ("Arab", "Balkan")."""
    return {row[0]: frozenset(row[3].split()) for row in rows_of(language, "countries")}


@cache
def state_of(adjective: str, language: str) -> str | None:
    """The state that an adjective of nationality belongs to: "Syrian" to Syria."""
    return _adjectives(language).get(adjective.lower())


@cache
def state_ruled_from(capital: str, language: str) -> str | None:
    """The state whose capital a town is."""
    return next((row[0] for row in rows_of(language, "countries") if row[2] == capital), None)


@cache
def _adjectives(language: str) -> dict[str, str]:
    rows = rows_of(language, "countries")
    return {word.lower(): row[0] for row in rows for word in row[1].split(",") if word}


@cache
def countries_in_lower(language: str) -> frozenset[str]:
    """The names of countries in small letters."""
    return frozenset(row[0].lower() for row in rows_of(language, "countries"))


@cache
def brief_names(language: str) -> dict[str, str]:
    """The names that mostly go by letters, each with those: "US" for the United States."""
    shorts = table_of(language, "short_names").items()
    return {name: known[0] for name, known in shorts if known[0].isupper() and known[0].isalpha()}


@cache
def long_names(language: str) -> dict[str, str]:
    """Names that are always short for another, each with that: "U.S." for the United States."""
    return {short: long for long, shorts in table_of(language, "short_names").items() for short in shorts}
