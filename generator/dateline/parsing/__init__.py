"""Parsing: texts to documents whose words have a class, a dictionary form and a place in the sentence."""

from dateline.parsing.documents import Doc, Span, Token
from dateline.parsing.loading import LANGUAGES, parse

__all__ = ["LANGUAGES", "Doc", "Span", "Token", "parse"]
