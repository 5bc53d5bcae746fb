"""Parses put right where a small pipeline is known to misread news.

Words get the kind that they have in their sentence; then each rule sees the parse and says which words hang
elsewhere, and as what. Their order counts: later rules see what earlier ones have put right.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extraction.mending import attachment, main_verbs, modifiers, objects, relatives, tellings
from dateline.extraction.mending.changes import Change, Rule, signs_of
from dateline.extraction.mending.words import names, verbs
from dateline.extraction.who.recognition import recognise

if TYPE_CHECKING:
    from dateline.parsing import Doc

__all__ = ["mend"]

_RULES: tuple[Rule, ...] = (
    modifiers.first_half,
    modifiers.based_in,
    modifiers.numbered,
    modifiers.of_magnitude,
    modifiers.score,
    modifiers.holder_of_office,
    modifiers.done_with,
    modifiers.ranked,
    modifiers.typed,
    main_verbs.prefixed,
    main_verbs.declared,
    main_verbs.after_aside,
    tellings.telling_for_aside,
    main_verbs.said_last,
    main_verbs.spent_doing,
    main_verbs.finite_beside_infinitive,
    main_verbs.helped_alike,
    main_verbs.told_as_saying,
    main_verbs.date_of_joined,
    main_verbs.seen_done,
    main_verbs.even_as,
    main_verbs.aims_in_aside,
    main_verbs.said_beside_said,
    tellings.said_but_not_done,
    main_verbs.passive_beside_passive,
    main_verbs.shared_passive,
    main_verbs.side_clause_of_main,
    main_verbs.clause_for_main,
    main_verbs.done_in_turn,
    main_verbs.made_in_turn,
    main_verbs.same_in_all_tenses,
    main_verbs.noun_for_verb,
    relatives.object_told_of,
    objects.noun_for_base,
    objects.described_by_deed,
    objects.record_high,
    objects.accused_of,
    objects.object_of_particle,
    objects.state_of_object,
    attachment.between_two,
    objects.event_of_length,
    objects.subject_of_told,
    objects.told_by_doing,
    objects.put_behind,
    attachment.after_colon,
    attachment.aim_behind_aside,
    attachment.date_before_semicolon,
    objects.given_her,
    attachment.date_of_saying,
    attachment.name_behind_place,
    attachment.date_behind_small_clause,
    attachment.date_behind_way,
    attachment.date_behind_score,
    attachment.date_behind_vote,
    attachment.date_behind_content,
    attachment.object_behind_date,
    attachment.span_of_most,
    attachment.done_to_nearest,
    attachment.whence_and_whither,
    attachment.where_of_named,
    attachment.handed_out,
    attachment.date_before_aim,
    attachment.set_with_whom,
    attachment.as_of_naming,
    attachment.deed_behind_aside,
    attachment.joined_beside,
    attachment.joined_name,
    attachment.bearer_of_office,
    attachment.named_so,
    objects.number_given,
    attachment.harm_done,
    attachment.agent_of_happening,
    attachment.name_after_to,
    objects.person_for_measure,
    attachment.noun_after_to,
    attachment.adverb_before_noun,
    attachment.particle_before_date,
    attachment.date_first,
    objects.second_object,
    attachment.grown_used,
    attachment.date_in_aside,
    attachment.name_behind_noun,
    attachment.place_behind_date,
    attachment.sum_of_many,
    tellings.content_behind_date,
    relatives.clause_of_as,
    relatives.main_after_relative,
    relatives.clause_of_after,
    relatives.clause_of_before,
    relatives.clause_of_when,
    relatives.date_in_relative,
    relatives.who_is_no_place,
    relatives.second_subject,
    relatives.styling_itself,
    main_verbs.whose,
    relatives.name_after_clause,
    attachment.aside_before_main,
    attachment.doing,
    main_verbs.fragment,
    main_verbs.aim_first,
    main_verbs.outcome_of_ruling,
    main_verbs.half_sentence,
    main_verbs.done_to_death,
    objects.object_after_particle,
    attachment.unit_of_number,
    attachment.amount,
    main_verbs.aside_for_main,
    main_verbs.list_of_deeds,
    main_verbs.deeds_in_aside,
    attachment.particle_before_name,
    relatives.reduced,
    attachment.joined_subject,
    attachment.subject_behind_object,
    relatives.name_across_verb,
    relatives.date_after_doing,
    objects.noun_pair,
    attachment.measured,
    attachment.multiple,
    attachment.state_before_date,
    attachment.listed,
    attachment.two_subjects,
    relatives.relative,
    relatives.happening_at_place,
)


def mend(doc: "Doc", language: str) -> None:
    """Put a parsed passage right, in place.

    Args:
        doc: a parsed passage.
        language: the language of the word lists.
    """
    recognise(doc, language)
    names(doc)
    verbs(doc, language)
    signs = signs_of(doc)
    for needed, find in _RULES:
        if needed <= signs and (changes := list(find(doc, language))):
            _hang(doc, changes)
            signs = signs_of(doc)


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
