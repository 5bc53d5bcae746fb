"""A pattern that every date matches, for editors; what no pattern tells (30 February), `parse` does."""

_YEAR = "-?[0-9]{4}"
_QUALIFIER = "[~?%]?"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
# A month, season, quarter or half.
_DIVISION = f"(?:{_MONTH}|2[1-4]|3[3-6]|4[01])"
_SINGLE = (
    f"(?:{_YEAR}(?:-{_DIVISION}|-{_MONTH}-{_DAY}|-{_MONTH}-XX|-XX(?:-XX)?|-W[0-5][0-9])?"
    f"|-?(?:[0-9]{{3}}X|[0-9]{{2}}XX|[0-9]XXX)){_QUALIFIER}"
)
_TIME = f"{_YEAR}-{_MONTH}-{_DAY}T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][01][0-9]:[0-5][0-9])?"
_OPEN = r"(?:\.\.)?"
_INTERVAL = rf"(?:{_SINGLE}\s*/\s*(?:{_SINGLE}|{_OPEN})|{_OPEN}\s*/\s*{_SINGLE})"
_MEMBER = rf"\s*(?:{_SINGLE}\s*(?:\.\.\s*(?:{_SINGLE})?)?|\.\.\s*{_SINGLE})\s*"

EDTF_PATTERN = rf"^\s*(?:{_SINGLE}|{_TIME}|{_INTERVAL}|\[{_MEMBER}(?:,{_MEMBER})*\])\s*$"
"""In the part of the language that Python, JavaScript and JSON Schema share."""
