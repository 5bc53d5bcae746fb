"""Words and figures that look like dates and are none."""

import pytest

NOT_DATES = [
    "They may march on the city and sun themselves.",
    "Theresa May said so. May will resign.",
    "The March on Washington drew thousands.",
    "He came second and was the second man in.",
    "The 27-year-old driver, aged 27, was 27 years old.",
    "a girl of three years of age",
    "The home side won 21-14 and drew 3-5.",
    "They sent 1,000 troops, then 2014 troops, then 2000 soldiers.",
    "1,500 people and 1980 jobs",
    "Version 2.0.14 runs on Windows; version 10.4 does not.",
    "He lives at 1600 Pennsylvania Avenue and at 1914 Main Street.",
    "Call 555-2014 or 202-555-1914.",
    "It rose 3.5 percent to 1999 percent, or $1914, or £2000.",
    "The Sun said so. Mark Sun met Jan and Mar.",
    "the Airbus A320 and a GPT-2000 engine",
    "a quarter of the seats and three quarters of the votes",
    "The price fell; troops fall back and spring up.",
    "Good morning, America.",
    "He writes for the Sunday Times and the Daily Mail.",
    "the Arab Spring and the Prague Spring",
    "He won 3:16 and read John 3:16 aloud.",
    "They led in the first half and lost in the second half.",
    "It came to 1995 EUR, or 2014 USD.",
    "The Future Foundation said so.",
    "the fall of Rome",
    "Resolution 1973, flight 2014 and room 1914",
    "room 1914b and flight 2014",
    "in a second, please",
    "He is in his 80s.",
    "the Persian New Year and the new year",
    "He uses Office '04 and Draw '11.",
    "21st Century Foods sued 20th Century Ships.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_no_date_is_found(check, text):
    check(text, "")
