"""Faults in deadlines, acts, moves, undo, routing, labels and registration."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_DESK: Final = "tests/petitions/test_desk.py"
_DESK_COMPLAINTS: Final = "tests/petitions/test_desk_complaints.py"
_DESK_CONFLICTS: Final = "tests/petitions/test_desk_conflicts.py"
_DESK_MOVES: Final = "tests/petitions/test_desk_moves.py"
_PETITIONS: Final = "desktop_app/petitions"

DEADLINES: Final = (
    *faults(
        "deadlines",
        f"{_PETITIONS}/deadlines/counting.py",
        "tests/petitions/test_deadlines.py",
        (
            "channel_before_kind",
            "(rule.kind is not None, rule.channel is not None)",
            "(rule.channel is not None, rule.kind is not None)",
            "a_rule_of_a_kind_comes_before_a_rule_of_a_channel",
        ),
        (
            "day_of_receipt_counts",
            "day, counted = received, 0",
            "day, counted = received - timedelta(days=1), 0",
            "the_day_of_receipt_does_not_count",
        ),
        (
            "first_day_of_a_pause_does_not_count",
            "pause.began < day <= pause.ended",
            "pause.began <= day <= pause.ended",
            "no_day_counts_while_the_clock_stands_still",
        ),
        (
            "calendar_days_end_on_a_closed_day",
            "while not rule.working and calendar.is_closed(day):",
            "while rule.working and calendar.is_closed(day):",
            "calendar_days_count_closed_days_but_end_on_an_open_one",
        ),
    ),
    *faults(
        "deadlines",
        f"{_PETITIONS}/acts/steps.py",
        "tests/petitions/test_deadlines.py",
        (
            "deadline_stays_after_a_pause",
            "due = explained.day",
            "due = petition.due_on",
            "waiting_moves_the_deadline_by_the_days_that_did_not_count[sqlite]",
        ),
    ),
    *faults(
        "acts",
        f"{_PETITIONS}/complaints.py",
        _DESK_COMPLAINTS,
        (
            "former_assignee_resolves_a_complaint",
            'id_in(event.after["assignee_id"]) == person,',
            'id_in(event.after["assignee_id"]) == -1,',
            "who_was_the_assignee_of_a_complaint_never_resolves_it[sqlite]",
        ),
    ),
    *faults(
        "deadlines",
        f"{_PETITIONS}/registration/register.py",
        "tests/petitions/test_deadlines.py",
        (
            "deadline_from_the_day_of_registration",
            "deadline(tehran_day(received), rule, self._calendar)",
            "deadline(tehran_day(self._now), rule, self._calendar)",
            "the_day_of_receipt_is_a_day_in_tehran[sqlite]",
        ),
        (
            "deadline_from_the_day_in_london",
            "deadline(tehran_day(received), rule, self._calendar)",
            "deadline(received.date(), rule, self._calendar)",
            "the_day_of_receipt_is_a_day_in_tehran[sqlite]",
        ),
    ),
)
MOVES: Final = (
    *faults(
        "moves",
        f"{_PETITIONS}/moves.py",
        _DESK_MOVES,
        (
            "work_in_progress_is_given_back",
            "Move.GIVE_BACK: MoveRule(frozenset({Status.REFERRED}), Status.REGISTERED,",
            "Move.GIVE_BACK: MoveRule(frozenset({Status.REFERRED, Status.IN_PROGRESS}), Status.REGISTERED,",
            "only_the_moves_of_the_table_are_offered[sqlite-in_progress]",
        ),
        (
            "deputy_closes_the_assignee_s_complaint",
            "return not colleague and any(actor.acts_for(person, standing.unit_id) for person in assignees)",
            "return False",
            "tests/petitions/test_acts_and_offers_agree.py::test_an_act_is_refused_where_it_is_not_offered_and_nowhere_else[sqlite-in_progress]",
        ),
        (
            "colleague_who_deputises_is_taken_for_the_assignee",
            "return not colleague and any(",
            "return any(",
            f"{_DESK_COMPLAINTS}::test_a_colleague_closes_the_complaint_of_whom_they_also_deputise_for[sqlite]",
        ),
        (
            "assignee_closes_a_complaint_without_an_answer",
            "Move.CLOSE: MoveRule(OPEN, Status.RESOLVED, refusals=(_NO_ASSIGNEE,), reason=True, leaves=True),",
            "Move.CLOSE: MoveRule(OPEN, Status.RESOLVED, reason=True, leaves=True),",
            "tests/petitions/test_acts_and_offers_agree.py::test_an_act_is_refused_where_it_is_not_offered_and_nowhere_else[sqlite-in_progress]",
        ),
        (
            "manager_of_another_unit_approves",
            "PetitionFact.MANAGER: lambda standing, actor: actor.has(Role.MANAGER, standing.unit_id),",
            "PetitionFact.MANAGER: lambda standing, actor: actor.has(Role.MANAGER),",
            "tests/petitions/test_acts_and_offers_agree.py::test_an_act_is_refused_where_it_is_not_offered_and_nowhere_else[sqlite-in_progress]",
        ),
        (
            "other_units_are_not_waited_for",
            '("referral_still_out", Is(PetitionFact.OUT_FOR_ACTION)),',
            '("referral_still_out", Is(PetitionFact.OUT_FOR_ACTION) & Is(PetitionFact.NEEDS_APPROVAL)),',
            "tests/petitions/test_acts_and_offers_agree.py::test_an_act_is_refused_where_it_is_not_offered_and_nowhere_else[sqlite-in_progress]",
        ),
        (
            "clerk_reopens_what_is_archived",
            "REOPENS: Final = MANAGES | (WORKS & ~Is(PetitionFact.ARCHIVED))",
            "REOPENS: Final = WORKS",
            "only_the_moves_of_the_table_are_offered[sqlite-archived]",
        ),
        (
            "clerk_decides_before_the_manager",
            "Is(PetitionFact.OTHERS_LEFT) | (Is(PetitionFact.MANAGER_LEFT) & ~MANAGES)",
            "Is(PetitionFact.OTHERS_LEFT)",
            f"{_DESK_COMPLAINTS}::test_a_complaint_that_everybody_of_the_unit_had_is_resolved_by_a_manager[sqlite]",
        ),
        (
            "manager_s_approval_is_not_waited_for",
            "Is(PetitionFact.NEEDS_APPROVAL) & ~MANAGES",
            "Is(PetitionFact.NEEDS_APPROVAL) & MANAGES",
            f"{_DESK}::test_an_approved_answer_goes_through_the_manager[sqlite]",
        ),
        (
            "colleague_answers_for_a_clerk",
            "own = actor.person_id == to_person or actor.acts_for(to_person, to_unit)",
            "own = actor.person_id == to_person or actor.has(Role.CLERK, to_unit)",
            "tests/petitions/test_side_referrals.py::test_the_manager_answers_for_a_clerk_and_a_colleague_does_not[sqlite]",
        ),
    ),
    *faults(
        "moves",
        f"{_PETITIONS}/desk/conflicts.py",
        _DESK_CONFLICTS,
        (
            "only_the_last_act_is_looked_at",
            "acts.limit(max(1, petition.version - version))",
            "acts.limit(1)",
            "a_note_alone_is_no_conflict_for_who_writes_a_reply[sqlite]",
        ),
    ),
)
ACTS: Final = (
    *faults(
        "acts",
        f"{_PETITIONS}/acts/predicates.py",
        _DESK_COMPLAINTS,
        (
            "assignee_resolves_a_complaint",
            "return and_(is_complaint(item), or_(was_assignee(item, scope.me), and_(not_(colleague), deputy)))",
            "return and_(not_(is_complaint(item)), or_(was_assignee(item, scope.me), and_(not_(colleague), deputy)))",
            "a_complaint_is_never_closed_by_its_assignee[sqlite]",
        ),
        (
            "colleague_who_deputises_resolves_no_complaint",
            "and_(not_(colleague), deputy)",
            "deputy",
            "a_colleague_closes_the_complaint_of_whom_they_also_deputise_for[sqlite]",
        ),
        (
            "what_is_asked_of_other_units_is_not_waited_for",
            "            out.acted_at.is_(None),\n            out.side,",
            "            out.acted_at.is_(None),\n            not_(out.side),",
            f"{_DESK}::test_it_is_resolved_only_when_other_units_have_answered[sqlite]",
        ),
        (
            "version_from_the_future_is_no_conflict",
            "or_(scope.seen > item.version, other)",
            "other",
            "tests/petitions/test_acts_and_offers_agree.py"
            "::test_an_act_on_a_version_that_is_not_there_yet_is_a_conflict[sqlite]",
        ),
        (
            "note_of_a_colleague_is_a_conflict",
            "act.action.not_in((*LOOKING, *BESIDE))",
            "act.action.not_in(LOOKING)",
            f"{_DESK_CONFLICTS}::test_a_note_alone_is_no_conflict_for_who_writes_a_reply[sqlite]",
        ),
    ),
    *faults(
        "acts",
        f"{_PETITIONS}/acts/steps.py",
        "tests/petitions/outbox/test_announcing.py",
        (
            "answer_goes_out_though_it_was_reopened",
            "where=lambda scope: _waits_to_go_out(scope.row.c, *ENDS, MessageKind.SATISFACTION.value),",
            "where=lambda scope: not_(_waits_to_go_out(scope.row.c)),",
            "a_reopened_petition_s_answer_stays_here_until_it_is_closed_again[sqlite]",
        ),
        (
            "message_stays_when_undone",
            'undone={"state": lambda _scope: literal(MessageState.CANCELLED.value)}',
            'undone={"state": lambda _scope: literal(MessageState.WAITING.value)}',
            "an_answer_that_is_taken_back_in_time_never_goes_out[sqlite]",
        ),
    ),
    *faults(
        "acts",
        "desktop_app/database/acts/parts.py",
        "tests/petitions/routing/test_routing.py",
        (
            "urgency_of_a_rule_stays_when_undone",
            "[name for name in act.own.given if name not in act.told]",
            "[name for name in act.own.given if name not in act.told and name is None]",
            "one_undo_at_the_desk_takes_the_urgency_back_too[sqlite]",
        ),
    ),
)
UNDO: Final = (
    *faults(
        "undo",
        "desktop_app/database/acts/sqlite.py",
        _DESK_MOVES,
        (
            "other_rows_stay_as_the_act_left_them",
            "        if values:\n            connection.execute(statement, values)",
            "        if values is items:\n            connection.execute(statement, values)",
            "undo_restores_what_was_before_and_the_history_shows_both[sqlite-referred-take]"
            " undo_restores_what_was_before_and_the_history_shows_both[sqlite-in_progress-resolve]",
        ),
        (
            "what_somebody_built_on_is_undone",
            '    return None if left else "changed_since"',
            "    return None if left else None",
            "a_move_is_not_undone_where_the_petition_is_not_as_it_left_it[sqlite]",
        ),
    ),
    *faults(
        "undo",
        f"{_PETITIONS}/desk/detail.py",
        _DESK_MOVES,
        (
            "anybody_undoes",
            "actor.person_id is None or actor_id != actor.person_id",
            "actor.person_id is None",
            "nobody_undoes_another_s_move_or_what_was_built_on[sqlite]",
        ),
        (
            "former_deputy_undoes",
            "return behalf is None or behalf in {delegation.person_id for delegation in actor.delegations}",
            "return True",
            "tests/staff/test_deputies.py::test_a_deputy_s_rights_begin_and_end_while_they_are_signed_in[sqlite]",
        ),
    ),
    *faults(
        "undo",
        f"{_PETITIONS}/bulk/undoing.py",
        "tests/petitions/test_bulk.py",
        (
            "later_run_is_taken_back_with_the_earlier",
            'event.after.get("bulk") != key',
            'event.after.get("bulk") is None',
            "taking_back_a_run_leaves_what_a_later_run_did[sqlite]",
        ),
    ),
)
ROUTING: Final = (
    *faults(
        "routing",
        f"{_PETITIONS}/routing/matching.py",
        "tests/petitions/routing/test_engine.py",
        (
            "parts_of_words_are_found",
            "f\" {' '.join(words)} \"] |= 1 << n",
            "' '.join(words)] |= 1 << n",
            "the_first_rule_that_matches_moves_it words_are_found_in_any_spelling_and_whole",
        ),
        (
            "last_rule_wins",
            "return (rules & -rules).bit_length() - 1 if rules else None",
            "return rules.bit_length() - 1 if rules else None",
            "the_first_rule_that_matches_moves_it",
        ),
        (
            "subject_is_not_looked_into",
            'found &= self.words.met(f"{petition.subject}\\n{petition.text}")',
            "found &= self.words.met(petition.text)",
            "words_are_looked_for_in_the_subject_and_in_the_text",
        ),
    ),
    *faults(
        "routing",
        f"{_PETITIONS}/routing/checking.py",
        "tests/petitions/routing/test_engine.py",
        (
            "later_rules_take_too",
            "taker = lowest(met & earlier)",
            "taker = lowest(met & ~(1 << place))",
            "what_is_called_dead_moves_nothing a_rule_that_is_not_dead_has_a_petition_that_it_moves",
        ),
        (
            "urgency_is_no_contradiction",
            "return one.then.unit_id != other.then.unit_id or len(urgencies) > 1",
            "return one.then.unit_id != other.then.unit_id",
            "dead_and_contradicting_rules_are_told_and_exceptions_are_not",
        ),
    ),
    *faults(
        "routing",
        f"{_PETITIONS}/routing/applying.py",
        "tests/petitions/routing/test_routing.py",
        (
            "retired_unit_gets_petitions",
            "where(RoutingRule.active, Unit.active)",
            "where(RoutingRule.active)",
            "rules_that_are_off_or_lead_to_a_retired_unit_move_nothing[sqlite]",
        ),
        (
            "rule_makes_less_pressing",
            "return one if other is None else max(one, other, key=_PRESSING.index)",
            "return one if other is None else other",
            "a_told_unit_stays_and_nothing_is_made_less_pressing[sqlite]",
        ),
    ),
    *faults(
        "routing",
        f"{_PETITIONS}/registration/register.py",
        "tests/petitions/routing/test_routing.py",
        (
            "rule_overrides_a_told_unit",
            "rule = router.first(incoming(petition)) if not petition.unit_id else None",
            "rule = router.first(incoming(petition))",
            "a_told_unit_stays_and_nothing_is_made_less_pressing[sqlite]",
        ),
    ),
)
FAULTS: Final[tuple[Fault, ...]] = (
    *DEADLINES,
    *MOVES,
    *ACTS,
    *UNDO,
    *ROUTING,
    *faults(
        "labels",
        f"{_PETITIONS}/labels/acts.py",
        "tests/petitions/test_labels.py",
        (
            "parting_labels_takes_others_from_the_petitions",
            "undone_where=lambda scope: scope.row.c.label_id == scope.item.c.merged_into_id,",
            "undone_where=None,",
            "a_merge_is_taken_back_with_every_petition_in_its_place[sqlite]",
        ),
        (
            "label_is_merged_into_a_merged_one",
            "into.id != scope.item.c.id, into.merged_into_id.is_(None)",
            "into.id != scope.item.c.id",
            "tests/security/test_labels_by_sql.py::test_the_rules_of_labels_hold_for_whoever_calls_them",
        ),
    ),
    *faults(
        "files",
        f"{_PETITIONS}/rights/registration.sql",
        "tests/security/test_attachments_with_roles.py",
        (
            "file_is_stored_without_all_of_its_content",
            "IS DISTINCT FROM NEW.size THEN",
            "IS NULL THEN",
            "a_file_is_stored_whole_in_the_transaction_of_its_act",
        ),
    ),
    *faults(
        "files",
        f"{_PETITIONS}/rights/registration.sql",
        "tests/security/test_attachments_with_roles.py",
        (
            "parts_are_added_to_a_file_that_changed_now",
            " AND f.removed_at IS NULL AND f.added_at >= now()",
            "",
            "a_whole_file_grows_no_more",
        ),
        (
            "a_file_grows_after_its_check",
            "     OR stored + octet_length(NEW.content) > whole THEN",
            "     THEN",
            "a_whole_file_grows_no_more",
        ),
    ),
)
