"""Parsed words to their part of speech and dictionary form: a pipeline's own rules, asked once for each case.

The rules see a word, its tag and its part in the sentence, so what they answer for one occurrence holds for
all; the few that see two words are asked again where their first word stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from dateline.parsing.spelling import dictionary_form

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer

_CASE = [ORTH, TAG, DEP]
_CLASS = [TAG, DEP, POS, LEMMA]
# Numbers and names have no end, memory has.
_MOST = 100_000

Case = tuple[int, int, int]


class WordClasses:
    """The rules of a pipeline for its words.

    Args:
        ruler: its rules for parts of speech.
        lemmatizer: its rules for dictionary forms.
        corrections: words in small letters whose dictionary form it gets wrong, with the right one.
    """

    def __init__(
        self, ruler: AttributeRuler, lemmatizer: "Lemmatizer", corrections: Mapping[str, str]
    ) -> None:
        self._vocab = ruler.vocab
        self._lemmatizer, self._corrections = lemmatizer, corrections
        index = lemmatizer.lookups.get_table("lemma_index")
        for part, words in list(index.items()):
            index[part] = frozenset(words)  # as a list it is searched from its start for every word
        rules: list[dict[str, Any]] = ruler.patterns
        pairs = [rule for rule in rules if any(len(words) > 1 for words in rule["patterns"])]
        self._single = self._rules([rule for rule in rules if rule not in pairs])
        self._pairs = self._rules(pairs)
        self._openings = Matcher(self._vocab)
        self._openings.add("opening", [words[:1] for rule in pairs for words in rule["patterns"]])
        self._known: dict[Case, list[int]] = {}
        self._opening: set[Case] = set()

    def _rules(self, patterns: Any) -> AttributeRuler:  # noqa: ANN401
        rules = AttributeRuler(self._vocab)
        rules.add_patterns(patterns)
        return rules

    def give(self, docs: Sequence[Doc]) -> None:
        """Give the words of tagged and parsed texts their classes."""
        if len(self._known) > _MOST:
            self._known.clear()
            self._opening.clear()
        cases = [[*map(tuple, doc.to_array(_CASE).tolist())] for doc in docs]
        if unknown := {case for own in cases for case in own} - self._known.keys():
            self._ask(sorted(unknown))
        for doc, own in zip(docs, cases, strict=True):
            doc.from_array(_CLASS, _array(self._known[case] for case in own))
            if not self._opening.isdisjoint(own):
                self._pairs(doc)

    def _ask(self, cases: Sequence[Case]) -> None:
        doc = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in cases])
        doc.from_array([TAG, DEP], _array(case[1:] for case in cases))
        self._opening.update(cases[start] for _, start, _ in self._openings(doc))
        self._lemmatizer(self._single(doc))
        for word in doc:
            own = dictionary_form(word.lower_, word.tag_, word.lemma_)
            word.lemma_ = self._corrections.get(word.lower_, own)
        self._known.update(zip(cases, doc.to_array(_CLASS).tolist(), strict=True))


def _array(rows: Iterable[Sequence[int]]) -> Any:  # noqa: ANN401
    return np.array(list(rows), dtype=np.uint64)
