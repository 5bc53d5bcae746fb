"""Parsed words to their part of speech and dictionary form: a pipeline's own rules, asked once for each case.

The rules see a word, its tag and its part in the sentence, so what they answer for one occurrence holds for
all; the few that see two words are asked again where their first word stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, LEMMA, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from dateline.parsing.documents import Form
from dateline.parsing.spelling import dictionary_form

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Token

# Numbers and names have no end, memory has.
_MOST = 100_000

Case = tuple[int, int, int]
"""A word, its tag and its part in the sentence, by their numbers in the pipeline's vocabulary."""


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
        self._known: dict[Case, Form] = {}
        self._opening: set[Case] = set()

    def _rules(self, patterns: Any) -> AttributeRuler:  # noqa: ANN401
        rules = AttributeRuler(self._vocab)
        rules.add_patterns(patterns)
        return rules

    def of(self, docs: Sequence[Doc], cases: npt.NDArray[np.uint64]) -> list[Form]:
        """The form of each word of some texts.

        Args:
            docs: the words, cut only.
            cases: a row for each word of the texts, laid end to end: word, tag and part in the sentence.
        """
        if len(self._known) > _MOST:
            self._known.clear()
            self._opening.clear()
        own: list[Case] = [*zip(*cases.T.tolist(), strict=True)]
        if unknown := set(own) - self._known.keys():
            self._ask(sorted(unknown))
        forms = [self._known[case] for case in own]
        start = 0
        for doc in docs:
            end = start + len(doc)
            if not self._opening.isdisjoint(own[start:end]):
                forms[start:end] = self._in_pairs(doc, forms[start:end])
            start = end
        return forms

    def _in_pairs(self, doc: Doc, forms: Sequence[Form]) -> list[Form]:
        """The forms of a text after the rules that see two words."""
        add = self._vocab.strings.add  # a dictionary form of ours may be no word that spaCy has met
        told = ([add(told) for told in (form.tag, form.dep, form.pos, form.lemma)] for form in forms)
        doc.from_array([TAG, DEP, POS, LEMMA], _array(told))
        return [_form(word) for word in self._pairs(doc)]

    def _ask(self, cases: Sequence[Case]) -> None:
        doc = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in cases])
        doc.from_array([TAG, DEP], _array(case[1:] for case in cases))
        self._opening.update(cases[start] for _, start, _ in self._openings(doc))
        for case, word in zip(cases, self._lemmatizer(self._single(doc)), strict=True):
            form = _form(word)
            own = dictionary_form(form.lower, form.tag, form.lemma)
            self._known[case] = form._replace(lemma=self._corrections.get(form.lower, own))


def _form(word: "Token") -> Form:
    return Form(word.text, word.lower_, word.tag_, word.pos_, word.dep_, word.lemma_)


def _array(rows: Iterable[Sequence[int]]) -> Any:  # noqa: ANN401
    return np.array(list(rows), dtype=np.uint64)
