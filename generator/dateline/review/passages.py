"""The passage of an article around a quote, cut so that the quote and its dating words can be marked."""

import re
from dataclasses import dataclass

_AROUND = 160
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’»)]*\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage in its parts; joined they are what the article says, with every white space one blank."""

    before: str
    quote: str
    """Up to the words that gave the date; all of it where these do not stand in it."""
    dated: str
    quote_after: str
    after: str


def excerpt(text: str, quote: str, dated: str | None) -> Excerpt:
    """Find a quote in the text of its article.

    Args:
        text: The article's text; None of it is shown where the quote does not stand in it.
        quote: The words that are quoted.
        dated: The words that gave the date.
    """
    text, quote = _one_line(text), _one_line(quote)
    start = text.find(quote)
    before, after = ("", "") if start < 0 else (text[:start], text[start + len(quote) :])
    words = _one_line(dated or "")
    at = quote.lower().find(words.lower()) if words else -1
    if at < 0:
        return Excerpt(_last_sentence(before), quote, "", "", _first_sentence(after))
    end = at + len(words)
    return Excerpt(_last_sentence(before), quote[:at], quote[at:end], quote[end:], _first_sentence(after))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _last_sentence(text: str) -> str:
    """The sentence before, or as much of it as helps."""
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(text) if found.end() < len(text)]
    sentence = text[ends[-1] :] if ends else text
    if len(sentence) <= _AROUND:
        return sentence
    return "… " + sentence[-_AROUND:].partition(" ")[2]


def _first_sentence(text: str) -> str:
    """The rest of a sentence that goes on after the quote, or the one that follows."""
    end = next(
        (found.end() for found in _SENTENCE_ENDS.finditer(text) if text[: found.start()].strip()), None
    )
    sentence = text[:end].rstrip()
    if len(sentence) <= _AROUND:
        return sentence
    return sentence[:_AROUND].rpartition(" ")[0] + " …"
