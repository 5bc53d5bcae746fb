"""Uncertain dates (EDTF, ISO 8601-2): parse them, bound them, order them, say them in words."""

from dateline.edtf.language import languages
from dateline.edtf.parsing import Day, Edtf, parse
from dateline.edtf.pattern import EDTF_PATTERN
from dateline.edtf.words import in_words

__all__ = ["EDTF_PATTERN", "Day", "Edtf", "in_words", "languages", "parse"]
