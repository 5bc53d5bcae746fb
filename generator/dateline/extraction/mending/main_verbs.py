"""Which verb tells the main thing: behind asides, quotation, "whose" and aims; what is joined to which."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.extraction.grammar import SUBJECTS, agent_of, has_child, is_verb, prefix_of
from dateline.extraction.lexicon import word_set
from dateline.extraction.mending.changes import Change, opened, where

if TYPE_CHECKING:
    from dateline.parsing import Doc, Token

_CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "conj", "ROOT"})
_UNDERGONE = frozenset({"impeach", "jail", "kill", "arrest", "sack", "fire", "oust", "charge", "convict"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# What may be declared of something: "declared the outbreak over".
_OVER = frozenset({"over", "dead", "extinct", "safe", "void", "invalid"})


@where("-")
def prefixed(doc: "Doc", language: str) -> Iterator[Change]:
    """Let the verb stand where its prefix was taken for one: "was re-elected"."""
    del language
    for verb in doc[2:]:
        if not verb.tag_.startswith("VB") or not prefix_of(verb):
            continue
        prefix, dash = doc[verb.i - 2], doc[verb.i - 1]
        if not is_verb(prefix):
            continue
        if verb not in prefix.ancestors:
            yield verb, verb if prefix.dep_ == "ROOT" else prefix.head, prefix.dep_
        yield prefix, verb, "compound"
        yield dash, verb, "punct"
        own = [t for part in (prefix, dash, verb) for t in part.children]
        own += [t for helper in own if helper.dep_ == "auxpass" for t in helper.children if t.dep_ == "nsubj"]
        for word in (*own, *(t for helper in own if helper.dep_ == "auxpass" for t in helper.lefts)):
            undergone = word.dep_ == "nsubj" and word.head.dep_ == "auxpass"
            if word.i not in {prefix.i, dash.i, verb.i} and (word.head != verb):
                yield word, verb, "nsubjpass" if undergone else word.dep_


@where("declare")
def declared(doc: "Doc", language: str) -> Iterator[Change]:
    """Make what is declared the object: "declared an outbreak", and what it has become: "… over"."""
    del language
    for noun in doc:
        verb = noun.head
        if verb.lemma_ != "declare" or noun.pos_ != "NOUN" or noun.dep_ not in {"ccomp", "dobj"}:
            continue
        of = next((t for t in noun.lefts if t.dep_ == "nsubj" and t.i > verb.i), None)
        if of is not None and noun.dep_ == "dobj":  # "declared the fever an emergency"
            yield of, verb, "dobj"
            yield noun, verb, "oprd"
            continue
        after = doc[noun.i + 1 : noun.i + 2]
        if after and after[0].lower_ in _OVER and after[0].head in {noun, verb} and not _governs(after[0]):
            yield after[0], verb, "ccomp"
            yield noun, after[0], "nsubj"
            yield from ((t, verb, t.dep_) for t in noun.rights if t.i > after[0].i)
        elif noun.dep_ == "ccomp" and noun.left_edge.dep_ == "det":
            yield noun, verb, "dobj"


def _governs(word: "Token") -> bool:
    return any(t.dep_ == "pobj" and t.ent_type_ not in {"DATE", "TIME"} for t in word.children)


@where("acl", ",")
def after_aside(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the verb after an aside the main one: "Ana Ruiz, 58, handed in her notice"."""
    del language
    for verb in doc:
        beside = (
            verb.tag_ == "VBD" and verb.head.dep_ == "appos"
        )  # "The hunt for a cure, a race of years, ended"
        name = verb.head.head if beside else verb.head
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


@where("ROOT")
def aside_for_main(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the verb after a participle the main one: "The decree, read out at dawn, gave no reason"."""
    for aside in doc:
        if aside.dep_ != "ROOT" or aside.tag_ not in {"VBN", "VBD"} or has_child(aside, "cc"):
            continue
        if has_child(aside, "auxpass") or has_child(aside, "aux"):
            continue
        noun = next((t for t in aside.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
        joined = [t for t in aside.rights if t.dep_ in {"conj", "dep"} and not _has_subject(t)]
        main = next((t for t in joined if t.tag_ == "VBD" or _helped(t)), None)
        if noun is None or main is None or doc[aside.left_edge.i].i > noun.i:
            continue
        before = [t.text for t in doc[noun.i : aside.i]]
        between = doc[main.left_edge.i - 1].text == "," or doc[main.i - 1].text == ","
        between = between or any(t.dep_ == "aux" and t.i and t.nbor(-1).text == "," for t in main.lefts)
        apart = before[-1] == "," and between and (aside.tag_ == "VBN" or before.count(",") == 1)
        # "The truce signed in Kesten had not reached them": a past with nothing that it was done to.
        done = aside.lemma_ in word_set(language, "speech", "transitive") | {"sign"}
        bare = main.dep_ == "dep" and _helped(main) and done and not has_child(aside, "dobj")
        if (apart and main.dep_ == "conj") or (bare and "," not in before):
            undergone = has_child(main, "auxpass")
            yield main, main, "ROOT"
            yield noun, main, "nsubjpass" if undergone else "nsubj"
            yield aside, noun, "acl"


def _helped(verb: "Token") -> bool:
    """Whether a helper makes a verb one that can carry a sentence: "has grown", "will not be restored"."""
    helpers = (t for t in verb.lefts if t.dep_ in {"aux", "auxpass"})
    return any(t.tag_ in _FINITE or t.tag_ == "MD" for t in helpers)


@where("ROOT", "nsubj")
def said_last(doc: "Doc", language: str) -> Iterator[Change]:
    """Put what is said below who says so: "The ship sank, the navy said"."""
    reporting = word_set(language, "speech", "report", "found")
    for said in doc:
        told = said.head
        below = said.dep_ == "ccomp" or (said.dep_ == "advcl" and said.tag_ == "VBD" and not opened(said))
        if not below or not is_verb(told) or told.dep_ != "ROOT" or said.i < told.i:
            continue
        who = next((t for t in said.lefts if t.dep_ == "nsubj"), None)
        before = doc[who.left_edge.i - 1] if who is not None and who.left_edge.i else None
        reports = said.lemma_ in reporting and not has_child(said, "ccomp") and not has_child(said, "dobj")
        inserted = before is not None and before.i > 0 and doc[before.i - 1].tag_ in {"WDT", "WP"}
        if reports and before is not None and before.text in {",", "”", '"'} and not inserted:
            yield said, said, "ROOT"
            yield told, said, "ccomp"


@where("spend", "VBG")
def spent_doing(doc: "Doc", language: str) -> Iterator[Change]:
    """Make main what a day was spent with: "had spent Monday watching the dam"."""
    del language
    for doing in doc:
        spent = doing.head
        day = doing.i > 1 and doing.left_edge == doing and doc[doing.i - 1]
        if not day or doing.tag_ != "VBG" or spent.lemma_ != "spend" or day.ent_type_ != "DATE":
            continue
        if day.head == spent and day.pos_ == "PROPN" and day.left_edge.i == spent.i + 1:
            yield doing, spent.head if spent.head != spent else doing, spent.dep_
            yield spent, doing, "aux"
            yield day, doing, "npadvmod"
            yield from ((t, doing, t.dep_) for t in spent.children if t not in {doing, day})


@where("conj", "VBD", "VB")
def finite_beside_infinitive(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a finite verb to a finite one: "It hired divers to see to the gate and expected their report"."""
    del language
    for verb in doc:
        above = verb.head
        if verb.dep_ != "conj" or verb.tag_ != "VBD" or above.tag_ != "VB":
            continue
        main = next((t for t in above.ancestors if t.tag_ in _FINITE or has_child(t, "aux")), None)
        if main is not None and main.tag_ != "VB" and is_verb(main):
            yield verb, main, "conj"


@where("conj", "ccomp", "aux", "VBG")
def helped_alike(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a verb to one with the same helper: "are hoping winds will ease but are predicting fires"."""
    del language
    for verb in doc:
        told = verb.head
        says = told.head
        if verb.dep_ != "conj" or verb.tag_ != "VBG" or told.dep_ != "ccomp" or says.tag_ != "VBG":
            continue
        helpers, others, above = (
            {t.lower_ for t in each.lefts if t.dep_ == "aux"} for each in (verb, told, says)
        )
        if helpers and helpers == above != others and not _has_subject(verb):
            yield verb, says, "conj"


@where("conj", "as", "auxpass", "pcomp")
def told_as_saying(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a deed to what somebody is quoted as saying: "was quoted as saying he had left and now ran it"."""
    del language
    for verb in doc:
        quoted = verb.head
        prep = next((t for t in quoted.rights if t.dep_ == "prep" and t.lower_ == "as"), None)
        saying = next((t for t in prep.rights if t.dep_ == "pcomp"), None) if prep is not None else None
        told = next((t for t in saying.rights if t.dep_ == "ccomp"), None) if saying is not None else None
        joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and has_child(quoted, "auxpass")
        if joined and told is not None and told.i < verb.i and not _has_subject(verb):
            yield verb, told, "conj"


@where("ccomp", "see", "nsubj")
def seen_done(doc: "Doc", language: str) -> Iterator[Change]:
    """Make passive what somebody is seen to undergo: "a scandal that has seen its mayor impeached"."""
    for verb in doc:
        seen = verb.head
        who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
        bare = verb.dep_ == "ccomp" and verb.tag_ in {"VBD", "VBN"} and seen.lemma_ == "see"
        if not bare or who is None or has_child(verb, "aux") or has_child(verb, "mark"):
            continue
        transitive = verb.lemma_ in word_set(language, "speech", "transitive") or verb.lemma_ in _UNDERGONE
        if transitive and not has_child(verb, "dobj") and doc[seen.i + 1] == who.left_edge:
            verb.tag_ = "VBN"
            yield who, verb, "nsubjpass"


@where("advcl", "xcomp", "even", "VBD")
def even_as(doc: "Doc", language: str) -> Iterator[Change]:
    """Leave beside what was said what was done meanwhile: "said it plans cuts even as it made money"."""
    del language
    for verb in doc:
        even = any(t.lower_ == "even" for t in verb.lefts)
        if not even or verb.dep_ != "advcl" or verb.tag_ != "VBD" or verb.head.tag_ != "VB":
            continue
        main = next((t for t in verb.ancestors if t.tag_ == "VBD"), None)
        if main is not None:
            yield verb, main, "advcl"


@where("conj", "xcomp", "advcl", "VBG", ",")
def aims_in_aside(doc: "Doc", language: str) -> Iterator[Change]:
    """Join to an aim the aims behind it: "will hire them, training them to speak, write, and lead"."""
    del language
    for verb in doc:
        edge = verb.left_edge.i
        plain = verb.tag_ == "VB" and verb.dep_ == "conj" and edge == verb.i and doc[edge - 1].text == ","
        asides = (t for t in verb.head.rights if t.dep_ == "advcl" and t.tag_ == "VBG" and t.i < verb.i)
        aims = (t for aside in asides for t in aside.rights if t.dep_ == "xcomp" and t.tag_ == "VB")
        aim = next(aims, None) if plain else None
        if aim is not None and any(t.dep_ == "conj" and t.tag_ == "VB" for t in verb.rights):
            yield verb, aim, "conj"


@where("conj", "cc", "VBD", ",")
def date_of_joined(doc: "Doc", language: str) -> Iterator[Change]:
    """Give a date behind "and" to the verb that it opens: "resolved to win and in January 1996, struck"."""
    del language
    for prep in doc[1:]:
        joint = prep.nbor(-1)
        if prep.tag_ != "IN" or joint.dep_ != "cc" or not any(t.ent_type_ == "DATE" for t in prep.subtree):
            continue
        after = doc[prep.right_edge.i + 1 : prep.right_edge.i + 3]
        verb = next((t for t in after if t.text != ","), prep)
        if verb.tag_ == "VBD" and verb.dep_ == "conj" and prep.head != verb and not _has_subject(verb):
            yield prep, verb, "prep"
            yield joint, verb.head, "cc"


@where("conj", "ccomp", "and")
def said_beside_said(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a verb of telling to one: "She said the votes had been counted, and accused them of fraud"."""
    telling = word_set(language, "speech", "report", "act") | {"accuse", "blame"}
    for verb in doc:
        if verb.dep_ != "conj" or verb.tag_ != "VBD":
            continue
        told = verb.head
        while told.dep_ == "xcomp":
            told = told.head
        said = told.head
        joined = told.dep_ == "ccomp" and said.tag_ == "VBD"
        own = any(t.dep_ in SUBJECTS or t.dep_ == "mark" for t in verb.lefts)
        comma = (
            verb.i > 1 and doc[verb.left_edge.i - 1].lower_ == "and" and doc[verb.left_edge.i - 2].text == ","
        )
        if joined and comma and not own and verb.lemma_ in telling and said.lemma_ in telling:
            yield verb, said, "conj"


@where("conj", "advcl", "auxpass")
def passive_beside_passive(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a passive to the main one: "He was arrested after a boy had seen him and was extradited"."""
    del language
    for verb in doc:
        side, main = verb.head, verb.head.head
        if verb.dep_ != "conj" or side.dep_ != "advcl" or not is_verb(main) or main.i > side.i:
            continue
        passive = has_child(verb, "auxpass") and has_child(main, "auxpass") and not has_child(side, "auxpass")
        if passive and not any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.lefts):
            yield verb, main, "conj"


@where("conj", "xcomp", "VB")
def same_in_all_tenses(doc: "Doc", language: str) -> Iterator[Change]:
    """Join to an infinitive a verb that looks like a past: "plans to close a plant and cut 900 jobs"."""
    del language
    for verb in doc:
        main = verb.head
        if verb.dep_ != "conj" or verb.lower_ != verb.lemma_ or verb.tag_ not in {"VBD", "VBN"}:
            continue
        aim = next((t for t in main.rights if t.dep_ == "xcomp" and t.tag_ == "VB" and t.i < verb.i), None)
        own = any(t.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for t in verb.lefts)
        if main.tag_ in {"VBZ", "VBP"} and aim is not None and not own:
            verb.tag_ = "VB"
            yield verb, aim, "conj"


@where("acl", "auxpass", "cc")
def shared_passive(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a participle to the passive before it: "Twelve were killed and dozens injured in a blast"."""
    del language
    for noun in doc:
        participle = next((t for t in noun.rights if t.i == noun.i + 1), noun)
        if noun.ent_type_ != "CARDINAL" or participle.dep_ != "acl" or participle.tag_ != "VBN":
            continue
        joint = doc[noun.left_edge.i - 1]
        verb = noun.head if noun.dep_ == "conj" else joint.head if joint.dep_ == "cc" else noun
        if verb != noun and verb.tag_ == "VBN" and has_child(verb, "auxpass"):
            yield participle, verb, "conj"
            yield noun, participle, "nsubjpass"
            yield from ((t, verb, "prep") for t in participle.rights if t.dep_ == "prep")


@where("acl", "advcl", "conj")
def side_clause_of_main(doc: "Doc", language: str) -> Iterator[Change]:
    """Find the main verb before a clause that took its subject: "A row grew when X left and Y sued"."""
    del language
    for last in doc:
        subject = next((t for t in last.lefts if t.dep_ == "nsubj"), None)
        if last.dep_ != "ROOT" or not is_verb(last) or subject is None:
            continue
        inner = (
            t for t in subject.subtree if t.dep_ == "acl" and t.tag_ in {"VBN", "VBD"} and t.i > subject.i
        )
        for main in inner:
            clause = next((t for t in main.rights if t.dep_ == "advcl" and opened(t)), None)
            before = doc[last.i - 1]
            if clause is not None and before.dep_ == "conj" and clause in before.ancestors:
                main.tag_ = "VBD"
                yield main, main, "ROOT"
                yield subject, main, "nsubj"
                yield last, clause, "conj"
                yield before, last, "nsubj"
                return


@where("ccomp", "advcl", "VBG", "nsubj")
def clause_for_main(doc: "Doc", language: str) -> Iterator[Change]:
    """Put a clause below what it was taken for: "It came in May, when men renovating a house found a tin"."""
    del language
    for verb in doc:
        main = next((t for t in verb.lefts if t.dep_ == "ccomp"), None)
        doing = next((t for t in verb.lefts if t.dep_ == "advcl" and t.tag_ == "VBG"), None)
        if verb.dep_ != "ROOT" or main is None or doing is None or _has_subject(verb) or main.i > doing.i:
            continue
        who = next((t for t in doing.lefts if t.dep_ == "nsubj"), None)
        when = next((t for t in doing.lefts if t.lower_ in {"when", "after", "as"}), None)
        if who is not None and when is not None and doc[verb.i - 1].text != ",":
            yield main, main, "ROOT"
            yield verb, main, "advcl"
            yield when, verb, when.dep_
            yield who, verb, "nsubj"
            yield doing, who, "acl"


@where("nsubjpass", "agent", "acl", ",")
def done_in_turn(doc: "Doc", language: str) -> Iterator[Change]:
    """Join a participle to the passive that goes on: "were taken by a crew, sold, and bought by …"."""
    del language
    for verb in doc:
        if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.left_edge != verb or doc[verb.i - 1].text != ",":
            continue
        main = next((t for t in verb.ancestors if is_verb(t)), None)
        if main is None or main.i > verb.i or not has_child(main, "nsubjpass") or agent_of(main) is None:
            continue
        last = next((t for t in main.rights if t.dep_ == "conj" and t.i > verb.i and is_verb(t)), None)
        if last is not None and not _has_subject(last) and doc[verb.right_edge.i + 1].text == ",":
            yield verb, main, "conj"


@where("auxpass", "dobj")
def made_in_turn(doc: "Doc", language: str) -> Iterator[Change]:
    """Make passive what follows a passive: "was appointed professor, elected a fellow and made a dame"."""
    makes = word_set(language, "speech", "appointing")
    for verb in doc:
        above = verb.head
        follows = verb.dep_ in {"conj", "advcl"} and verb.i > above.i and not _has_subject(verb)
        if verb.lemma_ not in makes or verb.tag_ not in {"VBD", "VBN"} or not follows:
            continue
        done = has_child(above, "auxpass") or (above.lemma_ in makes and above.dep_ in {"conj", "advcl"})
        office = next((t for t in verb.rights if t.dep_ == "dobj"), None)
        if above.tag_ == "VBN" and done and office is not None and office.pos_ in {"NOUN", "PROPN"}:
            verb.tag_ = "VBN"
            yield verb, above, "conj"
            yield office, verb, "oprd"


@where("conj", "VBD", ",")
def deeds_in_aside(doc: "Doc", language: str) -> Iterator[Change]:
    """Keep together what an aside lists: "nine died, when a train left the rails, hit a wall and burned"."""
    del language
    for verb in doc:
        main = verb.head
        lists = any(t.dep_ == "conj" and t.tag_ == verb.tag_ for t in verb.rights)
        if verb.dep_ != "conj" or verb.tag_ != "VBD" or not lists or _has_subject(verb):
            continue
        if not is_verb(main) or doc[verb.left_edge.i - 1].text != "," or has_child(main, "cc"):
            continue
        between = doc[main.i + 1 : verb.i]
        asides = (t for t in between if t.lower_ in {"when", "where"} and t.head.tag_ == "VBD")
        aside = next((t.head for t in asides if doc[t.i - 1].text == ","), None)
        if aside is not None and main.i < aside.i < verb.i and _has_subject(aside):
            yield verb, aside, "conj"


@where("acl", "VBD")
def noun_for_verb(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the past tense the main verb where a noun was taken for it: "The attempt to build it ended"."""
    del language
    for verb in doc:
        if verb.dep_ != "acl" or verb.tag_ != "VBD" or has_child(verb, "nsubj") or has_child(verb, "mark"):
            continue
        top = next((t for t in verb.ancestors if t.dep_ == "ROOT"), None)
        if top is not None and top.pos_ == "NOUN" and top != verb.head and doc[verb.i - 1].text != ",":
            yield verb, verb, "ROOT"
            yield top, verb, "nsubj"


@where("WP$")
def whose(doc: "Doc", language: str) -> Iterator[Change]:
    """Make the verb after "whose …," the main one: "Ana Ruiz, whose maps saved the names, died"."""
    del language
    for verb in doc:
        named = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.i < verb.i), None)
        if named is None or verb.dep_ == "relcl":
            continue
        owned = next((t for t in named.subtree if any(c.tag_ == "WP$" for c in t.lefts)), None)
        if owned is None or owned == named or any(t.dep_ == "relcl" for t in (owned, *owned.ancestors)):
            continue
        joined = (*verb.conjuncts, *(t for t in verb.rights if t.dep_ == "dep"))
        apart = (t for t in joined if t.i > verb.i and doc[t.i - 1].text == "," and t.tag_ in _FINITE)
        if (main := next(apart, None)) is not None:
            yield main, main if verb.dep_ == "ROOT" else verb.head, verb.dep_
            yield named, main, "nsubj"
            yield verb, named, "relcl"
            yield owned, verb, "nsubj"


@where("acl", "det", ".")
def fragment(doc: "Doc", language: str) -> Iterator[Change]:
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


@where("acl", "dobj", "TO")
def aim_first(doc: "Doc", language: str) -> Iterator[Change]:
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


@where("advcl", "VBG", "ccomp")
def outcome_of_ruling(doc: "Doc", language: str) -> Iterator[Change]:
    """Tie what a ruling does to the court: "ruled that they had no right, confirming the seizure"."""
    telling = word_set(language, "speech", "act", "found")
    for verb in doc:
        told, main = verb.head, verb.head.head
        last = verb.dep_ == "advcl" and verb.tag_ == "VBG" and told.dep_ == "ccomp" and verb.i > told.i
        if last and main.lemma_ in telling and doc[verb.left_edge.i - 1].text == ",":
            yield verb, main, "advcl"


@where("death", "VBD")
def done_to_death(doc: "Doc", language: str) -> Iterator[Change]:
    """Let be done to somebody what nobody does: "diplomat shot to death in Kesten"."""
    del language
    for verb in doc:
        to = next(
            (t for t in verb.rights if t.lower_ == "to" and any(c.lower_ == "death" for c in t.rights)), None
        )
        who = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
        if verb.tag_ == "VBD" and to is not None and who is not None and not has_child(verb, "dobj"):
            verb.tag_ = "VBN"
            yield who, verb, "nsubjpass"


@where(";")
def half_sentence(doc: "Doc", language: str) -> Iterator[Change]:
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


@where("conj", "VBD", ",")
def list_of_deeds(doc: "Doc", language: str) -> Iterator[Change]:
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
