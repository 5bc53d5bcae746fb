"""Parses put right where a small pipeline is known to misread news: asides, quotation, semicolons, "which".

Each rule sees the parse and says which words hang elsewhere, and as what.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.extraction.grammar import agent_of, has_child, is_event_noun, is_verb, prefix_of
from dateline.extraction.lexicon import noun_kinds, word_set
from dateline.extraction.recognition import recognise

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

# A word, the word that it should hang on, and as what.
Change = tuple["Token", "Token", str]
_CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "conj", "ROOT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Pasts that are sometimes taken for a verb's first form.
_PASTS = {
    "rang": "ring",
    "sang": "sing",
    "sank": "sink",
    "swam": "swim",
    "drank": "drink",
    "sprang": "spring",
    "retook": "retake",
    "overtook": "overtake",
    "withdrew": "withdraw",
    "overthrew": "overthrow",
    "rebuilt": "rebuild",
    "resold": "resell",
    "outran": "outrun",
    "rewrote": "rewrite",
    "underwent": "undergo",
    "withstood": "withstand",
}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# What may be declared of something: "declared the outbreak over".
_OVER = frozenset({"over", "dead", "extinct", "safe", "void", "invalid"})
_PREMODIFIERS = frozenset({"compound", "amod", "poss", "nmod", "nummod"})
_BORNE = frozenset({"ORG", "PERSON", "GPE", "PRODUCT"})
_NO_PERSONS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def mend(doc: "Doc", language: str) -> None:
    """Put a parsed passage right, in place.

    Args:
        doc: a parsed passage.
        language: the language of the word lists.
    """
    recognise(doc, language)
    _names(doc)
    _verbs(doc, language)
    for rule in _RULES:
        if changes := list(rule(doc, language)):
            _hang(doc, changes)


def _verbs(doc: "Doc", language: str) -> None:
    """Take for verbs what only the parser treats as such ("was set to land"), and for past what is."""
    for token in doc:
        if token.tag_ in {"VB", "VBP"} and (lemma := _PASTS.get(token.lower_)):
            token.tag_, token.lemma_ = "VBD", lemma
        if token.tag_ == "VBN" and _is_finite(token, language):
            token.tag_ = "VBD"
        if token.tag_ != "NN" or token.dep_ not in {"xcomp", "ccomp"}:
            _noun(token, language)
            continue
        demanded = has_child(token, "nsubj") and has_child(token, "mark")  # "that the city release him"
        if any(t.tag_ == "TO" for t in token.lefts) or demanded:
            token.tag_, token.pos_, token.lemma_ = "VB", "VERB", token.lower_


def _names(doc: "Doc") -> None:
    """Take for names what the tagger takes for verbs though it is written as one: "sent it to Kesten"."""
    for token in doc:
        to = token.tag_ == "VB" and token.text.istitle() and _follows_to(token)
        named = token.tag_.startswith("VB") and token.text[0].isupper() and token.ent_type_ in _BORNE
        if to or (named and token.i > 0 and token.dep_ == "acl"):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text


def _follows_to(token: "Token") -> bool:
    before = token.lefts[-1] if token.lefts else token
    return before.tag_ == "TO" and before.dep_ == "aux" and before.i == token.i - 1 > 0


def _is_finite(verb: "Token", language: str) -> bool:
    """Whether a participle is a past tense: "when a ferry capsized", "Ana Ruiz noticed that"."""
    who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if who is None and verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and not is_verb(verb.head):
        return has_child(verb, "ccomp")  # "The vicar, Ana Ruiz, noticed that": nothing else is the main verb
    if who is None or has_child(verb, "aux") or has_child(verb, "auxpass"):
        return False
    if has_child(verb, "ccomp") or (verb.dep_ == "advcl" and _opened(verb)):
        return True
    undergone = verb.lemma_ in word_set(language, "speech", "transitive") and not has_child(verb, "dobj")
    return who.ent_type_ == "PERSON" and not undergone


def _noun(token: "Token", language: str) -> None:
    """Take for a noun what was taken for a verb: "declared the cholera outbreak over"."""
    named = token.tag_ == "VB" and token.dep_ == "ccomp" and token.head.lemma_ == "declare"
    inner = next((t for t in token.lefts if t.dep_ == "nsubj"), None)
    if named and inner is not None and inner.i == token.i - 1 and token.lower_ in noun_kinds(language):
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
        inner.dep_ = "compound"


def _hang(doc: "Doc", changes: list[Change]) -> None:
    heads = [token.head.i for token in doc]
    for word, head, _ in changes:
        heads[word.i] = head.i
    if all(_reaches_root(at, heads) for at in range(len(heads))):
        doc.hang(heads)
        for word, _, dependency in changes:
            word.dep_ = dependency


def _reaches_root(at: int, heads: Sequence[int]) -> bool:
    for _ in heads:
        if heads[at] == at:
            return True
        at = heads[at]
    return False


def _after_aside(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the verb after an aside the main one: "Ana Ruiz, 58, handed in her notice"."""
    del language
    for verb in doc:
        name = verb.head
        opened = [t for t in name.lefts if t.dep_ in {"mark", "advmod"} and t.tag_ in {"IN", "WRB"}]
        clause = name.dep_ == "ROOT" or (name.dep_ in {"advcl", "ccomp"} and opened)
        if verb.dep_ != "acl" or not clause or is_verb(name) or verb.tag_ not in {"VBD", "VBN"}:
            continue
        aside = (
            verb.i > 0
            and doc[verb.i - 1].text == ","
            and any(t.text == "," for t in doc[name.i : verb.i - 1])
        )
        told = has_child(verb, "ccomp") or has_child(verb, "dobj")
        if aside and (name.pos_ == "PROPN" or verb.tag_ == "VBD" or told):
            verb.tag_ = "VBD" if told else verb.tag_
            yield verb, verb if name.dep_ == "ROOT" else name.head, name.dep_
            yield name, verb, "nsubj"
            yield from ((t, verb, t.dep_) for t in (*opened, *name.rights) if t in opened or t.i > verb.i)


def _said_last(doc: "Doc", language: str) -> Iterator[Change]:
    """Put what is said below who says so: "The ship sank, the navy said"."""
    reporting = word_set(language, "speech", "report") | word_set(language, "speech", "found")
    for said in doc:
        told = said.head
        below = said.dep_ == "ccomp" or (said.dep_ == "advcl" and said.tag_ == "VBD" and not _opened(said))
        if not below or not is_verb(told) or told.dep_ != "ROOT" or said.i < told.i:
            continue
        who = next((t for t in said.lefts if t.dep_ == "nsubj"), None)
        before = doc[who.left_edge.i - 1] if who is not None and who.left_edge.i else None
        reports = said.lemma_ in reporting and not has_child(said, "ccomp") and not has_child(said, "dobj")
        inserted = before is not None and before.i > 0 and doc[before.i - 1].tag_ in {"WDT", "WP"}
        if reports and before is not None and before.text in {",", "”", '"'} and not inserted:
            yield said, said, "ROOT"
            yield told, said, "ccomp"


def _opened(verb: "Token") -> bool:
    """Whether a word such as "when" opens the clause of a verb."""
    return any(t.dep_ in {"mark", "advmod"} and t.tag_ in {"IN", "WRB"} for t in verb.lefts)


def _finite_beside_infinitive(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a finite verb to a finite one: "It hired divers to see to the gate and expected their report"."""
    del language
    for verb in doc:
        above = verb.head
        if verb.dep_ != "conj" or verb.tag_ != "VBD" or above.tag_ != "VB":
            continue
        main = next((t for t in above.ancestors if t.tag_ in _FINITE or has_child(t, "aux")), None)
        if main is not None and main.tag_ != "VB" and is_verb(main):
            yield verb, main, "conj"


def _said_beside_said(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a verb of telling to one: "She said the votes had been counted, and accused them of fraud"."""
    telling = (
        word_set(language, "speech", "report") | word_set(language, "speech", "act") | {"accuse", "blame"}
    )
    for verb in doc:
        told = verb.head
        while told.dep_ == "xcomp":
            told = told.head
        said = told.head
        joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and told.dep_ == "ccomp" and said.tag_ == "VBD"
        own = any(t.dep_ in _SUBJECTS or t.dep_ == "mark" for t in verb.lefts)
        comma = (
            verb.i > 1 and doc[verb.left_edge.i - 1].lower_ == "and" and doc[verb.left_edge.i - 2].text == ","
        )
        if joined and comma and not own and verb.lemma_ in telling and said.lemma_ in telling:
            yield verb, said, "conj"


def _passive_beside_passive(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a passive to the main one: "He was arrested after a boy had seen him and was extradited"."""
    del language
    for verb in doc:
        side, main = verb.head, verb.head.head
        if verb.dep_ != "conj" or side.dep_ != "advcl" or not is_verb(main) or main.i > side.i:
            continue
        passive = has_child(verb, "auxpass") and has_child(main, "auxpass") and not has_child(side, "auxpass")
        if passive and not any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.lefts):
            yield verb, main, "conj"


def _noun_for_verb(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the past tense the main verb where a noun was taken for it: "The attempt to build it ended"."""
    del language
    for verb in doc:
        if verb.dep_ != "acl" or verb.tag_ != "VBD" or has_child(verb, "nsubj") or has_child(verb, "mark"):
            continue
        top = next((t for t in verb.ancestors if t.dep_ == "ROOT"), None)
        if top is not None and top.pos_ == "NOUN" and top != verb.head and doc[verb.i - 1].text != ",":
            yield verb, verb, "ROOT"
            yield top, verb, "nsubj"


def _name_after_to(doc: "Doc", language: str) -> Iterator[Change]:
    """Make "to" a preposition before a name: what follows belongs to the verb, "sent it to Kesten in May"."""
    del language
    for name in doc:
        if name.tag_ == "NNP" and _follows_to(name) and name.head != name:
            to = name.lefts[-1]
            yield to, name.head, "prep"
            yield name, to, "pobj"
            yield from ((t, name.head, t.dep_) for t in name.rights)


def _name_behind_noun(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a name to the noun before it, what follows to the verb: "the maker Halden SpA on Monday cut"."""
    del language
    for first in doc:
        if first.tag_ != "NNP" or first.dep_ != "acl":
            continue
        last = max(
            (t for t in first.subtree if t.ent_type_ == first.ent_type_ and t.i >= first.i), key=_place
        )
        verb = first.head.head
        yield last, first.head, "appos"
        last.tag_, last.pos_ = "NNP", "PROPN"
        if first != last:
            yield first, last, "compound"
        yield from ((t, verb, t.dep_) for t in (*first.rights, *last.rights) if t.i > last.i)


def _place(token: "Token") -> int:
    return token.i


def _place_behind_date(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a place to the verb rather than to the day: "began on 4 June in Kesten"."""
    del language
    for prep in doc:
        date = prep.head
        where = prep.dep_ == "prep" and prep.lower_ in {"in", "at", "near"} and date.ent_type_ == "DATE"
        place = next((t for t in prep.children if t.dep_ == "pobj"), None)
        if (
            where
            and date.dep_ == "pobj"
            and place is not None
            and place.ent_type_ not in {"DATE", "TIME", "CARDINAL"}
        ):
            yield prep, date.head.head, "prep"


def _date_in_relative(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave a date to the relative clause that it ends: "a storm that hit the coast last week moved on"."""
    del language
    for date in doc:
        verb = date.head
        if date.i > verb.i or date.dep_ not in {"npadvmod", "prep"} or not is_verb(verb):
            continue
        if not any(t.ent_type_ == "DATE" for t in date.subtree):
            continue
        before = doc[date.left_edge.i - 1] if date.left_edge.i else date
        clauses = (t for t in before.ancestors if t.dep_ == "relcl")
        clause = before if before.dep_ == "relcl" else next(clauses, None)
        within = clause is not None and any(t.dep_ in _SUBJECTS and clause in t.subtree for t in verb.lefts)
        if within and clause is not None and before.text != "," and doc[date.right_edge.i + 1].text != ",":
            yield date, clause, date.dep_


def _whose(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the verb after "whose …," the main one: "Ana Ruiz, whose maps saved the names, died"."""
    del language
    for verb in doc:
        named = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.i < verb.i), None)
        if named is None or verb.dep_ == "relcl":
            continue
        owned = next((t for t in named.subtree if any(c.tag_ == "WP$" for c in t.lefts)), None)
        if owned is None or owned == named or any(t.dep_ == "relcl" for t in (owned, *owned.ancestors)):
            continue
        apart = (t for t in verb.conjuncts if t.i > verb.i and doc[t.i - 1].text == "," and t.tag_ in _FINITE)
        if (main := next(apart, None)) is not None:
            yield main, main if verb.dep_ == "ROOT" else verb.head, verb.dep_
            yield named, main, "nsubj"
            yield verb, named, "relcl"
            yield owned, verb, "nsubj"


def _name_after_clause(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a name to whom it belongs: "The doctor who found the cure, Ana Ruiz, died"."""
    del language
    for name in doc:
        if name.dep_ != "appos" or name.ent_type_ != "PERSON" or name.head.ent_type_ == "PERSON":
            continue
        clause = next((t for t in name.ancestors if t.dep_ == "relcl"), None)
        who = clause is not None and any(t.lower_ == "who" for t in clause.lefts)
        closed = doc[name.right_edge.i + 1 : name.right_edge.i + 2].text == ","
        if clause is not None and who and closed and clause.head.head.i > name.i:
            yield name, clause.head, "appos"


def _aside_before_main(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave what follows a first clause to it: "When plans were shown for a tunnel, she resigned"."""
    del language
    for prep in doc:
        main = prep.head
        if prep.dep_ != "prep" or prep.i > main.i or not is_verb(main) or prep.i == 0:
            continue
        clause = next((t for t in main.lefts if t.dep_ == "advcl" and t.right_edge.i == prep.i - 1), None)
        if clause is not None and doc[prep.right_edge.i + 1].text == ",":
            yield prep, clause, "prep"


def _doing(doc: "Doc", language: str) -> Iterator[Change]:
    """Part a thing from what it does: "a ferry carrying guests sank" is of no guests."""
    del language
    for what in doc:
        one = what.tag_ == "NNS" and any(t.lower_ in {"a", "an"} for t in what.lefts)
        if not one or what.i < 3 or has_child(what, "nummod"):
            continue
        doing, thing = doc[what.i - 1], doc[what.i - 2]
        if not doing.lower_.endswith("ing") or doing.dep_ not in _PREMODIFIERS or thing.pos_ != "NOUN":
            continue
        yield thing, what if what.head == what else what.head, what.dep_
        yield from ((t, thing, t.dep_) for t in what.lefts if t.i < thing.i)
        yield from ((t, thing, t.dep_) for t in doing.lefts if t.i < thing.i)
        yield doing, thing, "acl"
        yield what, doing, "dobj"


def _fragment(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the only finite verb of a sentence the main one: "A fire roared through the valley."."""
    for verb in doc:
        noun = verb.head
        whole = noun.dep_ in {"ROOT", "ccomp"} and noun.pos_ == "NOUN"
        if verb.dep_ != "acl" or verb.tag_ not in {"VBD", "VBN"} or not whole:
            continue
        done = verb.lemma_ in word_set(language, "speech", "transitive") and not has_child(verb, "dobj")
        alone = not any(t.tag_ in _FINITE and t.i < verb.i for t in doc)
        done = done or agent_of(verb) is not None
        if alone and not done and has_child(noun, "det") and doc[-1].text == ".":
            verb.tag_ = "VBD"
            yield verb, verb if noun.dep_ == "ROOT" else noun.head, noun.dep_
            yield noun, verb, "nsubj"


def _aim_first(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the verb after an aim the main one: "To pay for the work, the crown borrowed from the banks"."""
    del language
    for verb in doc:
        noun, aim = verb.head, verb.head.head
        if verb.dep_ != "acl" or noun.dep_ != "dobj" or aim.dep_ != "ROOT" or noun.left_edge.i == 0:
            continue
        opens = aim.tag_ == "VB" and aim.left_edge.i == 0 and aim.left_edge.tag_ == "TO"
        if opens and verb.tag_ in {"VBN", "VBD"} and doc[noun.left_edge.i - 1].text == ",":
            yield verb, verb, "ROOT"
            yield noun, verb, "nsubj"
            yield aim, verb, "advcl"


def _outcome_of_ruling(doc: "Doc", language: str) -> Iterator[Change]:
    """Tie what a ruling does to the court: "ruled that they had no right, confirming the seizure"."""
    telling = word_set(language, "speech", "act") | word_set(language, "speech", "found")
    for verb in doc:
        told, main = verb.head, verb.head.head
        last = verb.dep_ == "advcl" and verb.tag_ == "VBG" and told.dep_ == "ccomp" and verb.i > told.i
        if last and main.lemma_ in telling and doc[verb.left_edge.i - 1].text == ",":
            yield verb, main, "advcl"


def _half_sentence(doc: "Doc", language: str) -> Iterator[Change]:
    """Part what a semicolon parts: "It fell; nobody was hurt"."""
    del language
    for mark in doc:
        if mark.text != ";":
            continue
        for verb in doc:
            apart = verb.dep_ in _CLAUSES and is_verb(verb) and verb.head != verb
            if apart and (verb.i < mark.i < verb.head.i or verb.head.i < mark.i < verb.i):
                own = any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.lefts)
                within = verb.left_edge.i > mark.i or verb.right_edge.i < mark.i
                if own and within:
                    yield verb, verb, "ROOT"


def _reduced(doc: "Doc", language: str) -> Iterator[Change]:
    """Tie a participle to the noun right before it: "money out of the settlement reached in May".

    Before the main verb a comma may part them: "Under the scheme, introduced last year, money could …".
    """
    del language
    for verb in doc:
        if verb.dep_ != "advcl" or verb.tag_ != "VBN" or verb.left_edge != verb or verb.i == 0:
            continue
        comma = verb.i > 1 and doc[verb.i - 1].text == ","
        closes = doc[verb.right_edge.i + 1 : verb.right_edge.i + 2].text == ","
        comma = comma and (verb.i < verb.head.i or closes)
        noun = doc[verb.i - 1 - comma]
        if (comma or verb.i > verb.head.i) and noun.pos_ == "NOUN" and noun.head != verb:
            yield verb, noun, "acl"


def _after_whose(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the verb after a "whose" clause the main one: "Ana Ruiz, whose voice won prizes, died"."""
    del language
    for verb in doc:
        inner = verb.head
        if verb.dep_ != "dep" or verb.tag_ != "VBD" or inner.dep_ != "ROOT" or doc[verb.i - 1].text != ",":
            continue
        name = next((t for t in inner.lefts if t.dep_ == "nsubj"), None)
        whose = next((t for t in doc[: inner.i] if t.tag_ == "WP$"), None)
        if name is None or whose is None or whose.i < name.i or name.pos_ != "PROPN":
            continue
        yield verb, verb, "ROOT"
        yield name, verb, "nsubj"
        yield inner, doc[whose.i - 1], "relcl"
        yield whose.head, inner, "nsubj"


def _measured(doc: "Doc", language: str) -> Iterator[Change]:
    """Let a quake stand before its measure: "the magnitude 6.8 tremor struck"."""
    for noun in doc:
        measure = noun.head
        if noun.dep_ == "appos" and measure.lower_ == "magnitude" and is_event_noun(noun, language):
            yield noun, measure.head, measure.dep_
            yield measure, noun, "compound"
            yield from ((t, noun, t.dep_) for t in measure.children if t.i < noun.i)


def _listed(doc: "Doc", language: str) -> Iterator[Change]:
    """Join to the last noun what "and" ties to it: "who paid for trips and a flat in Orla was jailed"."""
    del language
    for verb in doc:
        subjects = [t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}] if is_verb(verb) else []
        for noun in subjects[1:]:
            joint = doc[noun.left_edge.i - 1]
            if joint.dep_ == "cc" and joint.head.pos_ in {"NOUN", "PROPN"} and joint in subjects[0].subtree:
                yield noun, joint.head, "conj"


def _two_subjects(doc: "Doc", language: str) -> Iterator[Change]:
    """Keep the last of two subjects: a heading before it is none ("The vote On Monday, Norvia …")."""
    del language
    for verb in doc:
        subjects = [t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}] if is_verb(verb) else []
        led = next((agent_of(t) for t in subjects[0].rights if t.dep_ == "acl"), None) if subjects else None
        if len(subjects) > 1 and led is not None and led.i < subjects[-1].i:
            yield from (
                (t, led, "appos") for t in subjects[1:]
            )  # "An inquiry led by the admiral Ana Ruiz is"
        elif len(subjects) > 1 and subjects[-1].pos_ == "PROPN":
            yield from ((t, subjects[-1], "dep") for t in subjects[:-1] if t.tag_ not in {"WP", "WDT"})


def _relative(doc: "Doc", language: str) -> Iterator[Change]:
    """Tie "which" to what is no person and "who" to who is one: "the chief of Norvia, which filed …"."""
    for word in doc:
        if word.lower_ not in {"which", "who"} or word.i == 0:
            continue
        clause = next((t for t in word.ancestors if t.dep_ == "relcl"), None)
        if clause is None or not _mismatch(word, clause.head, language):
            continue
        nouns = (
            t
            for t in reversed(doc[: word.i])
            if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in _PREMODIFIERS and t.i != clause.head.i
        )
        better = next(
            (t for t in nouns if not _mismatch(word, t, language) and t.ent_type_ not in {"DATE", "TIME"}),
            None,
        )
        near = better is not None and (better in clause.head.ancestors or better in clause.head.subtree)
        if better is not None and near and better.i < clause.i:
            yield clause, better, "relcl"


def _mismatch(word: "Token", noun: "Token", language: str) -> bool:
    if word.lower_ == "who":
        return noun.ent_type_ in _NO_PERSONS
    companies = word_set(language, "persons", "companies")
    if any(t.dep_ == "compound" and t.lower_ in companies for t in noun.lefts):
        return False  # "the firm Ruiz Pine, which"
    return noun.ent_type_ == "PERSON" or noun.lower_ in word_set(language, "persons", "titles")


def _noun_pair(doc: "Doc", language: str) -> Iterator[Change]:
    """Make one noun of two that were taken for a clause: "declared a measles outbreak"."""
    del language
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.dep_ != "ccomp" or not noun.i or not is_verb(noun.head):
            continue
        first = doc[noun.i - 1]
        if first.dep_ == "nsubj" and first.head == noun and first.pos_ == "NOUN" and has_child(first, "det"):
            yield noun, noun.head, "dobj"
            yield first, noun, "compound"
            yield from ((t, noun, t.dep_) for t in first.lefts)


def _list_of_deeds(doc: "Doc", language: str) -> Iterator[Change]:
    """Join what was done next to the main verb: "She read law, left in 1990, and was called to the bar"."""
    for verb in doc:
        side = verb.dep_ == "acl" or (verb.dep_ == "advcl" and verb.left_edge == verb)
        if not side or verb.tag_ not in {"VBD", "VBN"} or doc[verb.i - 1].text != ",":
            continue
        main = next((t for t in verb.ancestors if is_verb(t)), None)
        last = next((t for t in verb.rights if t.dep_ == "conj" and is_verb(t)), None)
        if main is None or last is None or main.i > verb.i or main.tag_ != "VBD" or main.dep_ not in _CLAUSES:
            continue
        finite = last.tag_ == "VBD" or has_child(last, "auxpass") or has_child(last, "aux")
        done = verb.lemma_ in word_set(language, "speech", "transitive") and not has_child(verb, "dobj")
        if finite and not done and agent_of(verb) is None and not _has_subject(last):
            verb.tag_ = "VBD"
            yield verb, main, "conj"


def _has_subject(verb: "Token") -> bool:
    return any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.lefts)


def _aside_for_main(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the verb after a participle the main one: "The decree, read out at dawn, gave no reason"."""
    del language
    for aside in doc:
        if (
            aside.dep_ != "ROOT"
            or aside.tag_ != "VBN"
            or has_child(aside, "auxpass")
            or has_child(aside, "aux")
        ):
            continue
        noun = next((t for t in aside.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
        main = next((t for t in aside.rights if t.dep_ == "conj" and t.tag_ == "VBD"), None)
        if noun is None or main is None or has_child(aside, "cc") or _has_subject(main):
            continue
        if (
            doc[aside.left_edge.i].i <= noun.i
            and doc[aside.i - 1].text == ","
            and doc[main.i - 1].text == ","
        ):
            yield main, main, "ROOT"
            yield noun, main, "nsubj"
            yield aside, noun, "acl"


def _amount(doc: "Doc", language: str) -> Iterator[Change]:
    """Hang a currency on its number where both were taken for objects: "fell to €1.9bn"."""
    del language
    for sign in doc[:-1]:
        number = doc[sign.i + 1]
        if sign.tag_ == "$" and number.tag_ == "CD" and number.head == sign.head and sign.dep_ == number.dep_:
            yield sign, number, "quantmod"


def _particle_before_name(doc: "Doc", language: str) -> Iterator[Change]:
    """Make a preposition of a particle before the name of a place: "sank off Kesten"."""
    del language
    for particle in doc[:-1]:
        if particle.dep_ != "prt":
            continue
        place = next((t for t in particle.head.rights if t.left_edge.i == particle.i + 1), None)
        beside = place is not None and (place.dep_ == "npadvmod" or particle.lower_ == "off")
        if place is not None and beside and place.ent_type_ in {"GPE", "LOC", "FAC"}:
            yield particle, particle.head, "prep"
            yield place, particle, "pobj"


def _prefixed(doc: "Doc", language: str) -> Iterator[Change]:
    """Let the verb stand where its prefix was taken for one: "was re-elected"."""
    del language
    for verb in doc[2:]:
        prefix, dash = doc[verb.i - 2], doc[verb.i - 1]
        if not (verb.tag_.startswith("VB") and prefix_of(verb)) or not is_verb(prefix):
            continue
        if verb not in prefix.ancestors:
            yield verb, verb if prefix.dep_ == "ROOT" else prefix.head, prefix.dep_
        yield prefix, verb, "compound"
        yield dash, verb, "punct"
        own = [t for part in (prefix, dash, verb) for t in part.children]
        own += [t for helper in own if helper.dep_ == "auxpass" for t in helper.children if t.dep_ == "nsubj"]
        for word in own:
            undergone = word.dep_ == "nsubj" and word.head.dep_ == "auxpass"
            if word.i not in {prefix.i, dash.i, verb.i} and (word.head != verb):
                yield word, verb, "nsubjpass" if undergone else word.dep_


def _declared(doc: "Doc", language: str) -> Iterator[Change]:
    """Make what is declared the object: "declared an outbreak", and what it has become: "… over"."""
    del language
    for noun in doc:
        verb, after = noun.head, doc[noun.i + 1 : noun.i + 2]
        if noun.pos_ != "NOUN" or noun.dep_ not in {"ccomp", "dobj"} or verb.lemma_ != "declare":
            continue
        if after and after[0].lower_ in _OVER and after[0].head in {noun, verb} and not _governs(after[0]):
            yield after[0], verb, "ccomp"
            yield noun, after[0], "nsubj"
            yield from ((t, verb, t.dep_) for t in noun.rights if t.i > after[0].i)
        elif noun.dep_ == "ccomp" and noun.left_edge.dep_ == "det":
            yield noun, verb, "dobj"


def _governs(word: "Token") -> bool:
    return any(t.dep_ == "pobj" and t.ent_type_ not in {"DATE", "TIME"} for t in word.children)


_RULES: tuple[Callable[["Doc", str], Iterator[Change]], ...] = (
    _prefixed,
    _declared,
    _after_aside,
    _said_last,
    _finite_beside_infinitive,
    _said_beside_said,
    _passive_beside_passive,
    _noun_for_verb,
    _name_after_to,
    _name_behind_noun,
    _place_behind_date,
    _date_in_relative,
    _whose,
    _name_after_clause,
    _aside_before_main,
    _doing,
    _fragment,
    _aim_first,
    _outcome_of_ruling,
    _half_sentence,
    _amount,
    _aside_for_main,
    _list_of_deeds,
    _particle_before_name,
    _reduced,
    _noun_pair,
    _after_whose,
    _measured,
    _listed,
    _two_subjects,
    _relative,
)
