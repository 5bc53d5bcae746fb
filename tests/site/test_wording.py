"""The words around the events: every language has all of them."""

import pytest

from dateline.site.wording import languages, wording

# What a language adds about its own articles, not about the site.
OWN = "figures"


def keys(table: dict, path: str = "") -> set[str]:
    return {
        name
        for key, value in table.items()
        if path or key != OWN
        for name in ({f"{path}{key}"} if not isinstance(value, dict) else keys(value, f"{path}{key}."))
    }


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word(language):
    assert keys(wording(language).table) == keys(wording("en").table)


@pytest.mark.parametrize(("language", "said"), [("en", "12,345 events"), ("fa", "۱۲٬۳۴۵ رویداد")])
def test_numbers_are_written_in_the_digits_of_the_language(language, said):
    assert wording(language).count("events", 12_345) == said


@pytest.mark.parametrize(
    ("language", "year", "month"), [("en", "45 BCE", "May 2020"), ("fa", "۴۵ پیش از میلاد", "مهٔ ۲۰۲۰")]
)
def test_years_and_months_are_said_in_the_language(language, year, month):
    assert wording(language).year(-44) == year
    assert wording(language).month(2020, 5) == month
