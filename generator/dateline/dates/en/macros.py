"""Shorthands for parts of English patterns."""

MACROS = {
    "FIGURE": "[DAY TWO NUMBER DECIMAL YEAR]",
    "COUNT": (
        "FIGURE HALF | FIGURE (?:DASH? HUNDRED)?+"
        "| (?:CARDINAL | A (?=DASH? HUNDRED) | (?=HUNDRED)) (?:DASH? CARDINAL)?+"
        "(?: DASH? HUNDRED (?: AND? CARDINAL (?:DASH? CARDINAL)?+ )?+ ){0,2}+"
    ),
    "PAUSE": "[COMMA DOT STOP PARAGRAPH CLOSE]",
    "AMOUNT": "[OTHER UNITS COUNTED PERCENT]",
    "FEW": "A? VAGUE | A? COUPLE (?:OF (?:MORE)?)? | SOME",
    "ANDAHALF": "DASH? AND DASH? A? DASH? HALF",
    "MON": "MONTH | MONTHABBR DOT?",
    "NAMEDWEEKDAY": "WEEKDAY | WEEKDAYABBR DOT?",
    "DAYNUMBER": "DAY | NTH | CARDINAL DASH ORDINAL | ORDINAL",
    "SHORTYEAR": "APOSTROPHE [DAY TWO]",
    "ANYYEAR": "[DAY TWO NUMBER YEAR] ERA | ERA [DAY TWO NUMBER YEAR] | YEAR | SHORTYEAR",
    "POINTER": "LAST | PAST | PREVIOUS | NEXT | COMING | FOLLOWING",
    "ANYSEASON": "SEASON | FALL",
    "DAYWORD": "DAYTIME",
}

MOD = (
    "(?P<mod> A MERE | ANOTHER | MORE THAN | LESS THAN | AT LEAST | AT MOST | UP TO | OVER | NEARLY"
    "| UNDER | APPROX | ABOUT | SOME | CLOSETO )?"
)
"""What may stand before an amount; its group is read by ``numbers.mod_of``."""
