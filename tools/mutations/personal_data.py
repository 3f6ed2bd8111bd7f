"""Faults in who reaches a petition, and in what is shown and kept of personal data."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_REACH: Final = "tests/petitions/test_reach.py"
_PETITIONS: Final = "desktop_app/petitions"

REACH: Final = (
    *faults(
        "reach",
        f"{_PETITIONS}/visibility.py",
        _REACH,
        (
            "referring_unit_loses_sight",
            "Referral.to_unit_id.in_(units), Referral.from_unit_id.in_(units),",
            "Referral.to_unit_id.in_(units),",
            "a_petition_stays_in_sight_of_the_unit_that_referred_it[sqlite]",
        ),
        (
            "sender_loses_sight",
            ", Referral.sent_by_id == me)",
            ")",
            "whoever_changed_units_still_sees_what_they_have_and_what_they_sent[sqlite]",
        ),
        (
            "assignee_loses_sight",
            "        of.assignee_id == me,\n",
            "",
            "whoever_changed_units_still_sees_what_they_have_and_what_they_sent[sqlite]",
        ),
        (
            "reviewer_sees_petitions",
            "frozenset({Role.CLERK, Role.MANAGER})",
            "frozenset({Role.CLERK, Role.MANAGER, Role.REVIEWER})",
            "lists_counts_search_codes_and_the_petition_itself_agree[sqlite]",
        ),
        (
            "administrator_misses_what_is_nobody_s",
            "bool(actor.roles & {Role.CLERK, Role.MANAGER, Role.ADMINISTRATOR})",
            "bool(actor.roles & {Role.CLERK, Role.MANAGER})",
            "lists_counts_search_codes_and_the_petition_itself_agree[sqlite]",
        ),
        (
            "other_units_read_who_sent_it",
            "actor.person_id is None or unit_id in actor.unit_ids",
            "actor.person_id is None or bool(actor.unit_ids)",
            "reading_who_sent_it_from_outside_the_unit_is_an_event_once_a_day[sqlite]",
        ),
    ),
    *faults(
        "reach",
        "desktop_app/petitions/rights/visibility.sql",
        _REACH,
        (
            "administrator_misses_what_is_nobody_s_on_postgresql",
            "bool_or(r.role IN ('clerk', 'manager', 'administrator'))",
            "bool_or(r.role IN ('clerk', 'manager'))",
            "lists_counts_search_codes_and_the_petition_itself_agree[postgresql]",
        ),
        (
            "referring_unit_loses_sight_on_postgresql",
            "(VALUES (r.to_unit_id), (r.from_unit_id), (-r.sent_by_id))",
            "(VALUES (r.to_unit_id), (-r.sent_by_id))",
            "a_petition_stays_in_sight_of_the_unit_that_referred_it[postgresql]",
        ),
        (
            "reviewer_sees_petitions_on_postgresql",
            "FILTER (WHERE r.unit_id IS NOT NULL AND r.role IN ('clerk', 'manager'))",
            "FILTER (WHERE r.unit_id IS NOT NULL)",
            "lists_counts_search_codes_and_the_petition_itself_agree[postgresql]",
        ),
        (
            "search_forgets_who_has_it_now_on_postgresql",
            "UPDATE public.petition_search s SET seen_by = app.seen_by(NEW.unit_id, NEW.assignee_id, NEW.reach)\n"
            "  WHERE s.petition_id = NEW.id;",
            "UPDATE public.petition_search s SET seen_by = app.seen_by(OLD.unit_id, OLD.assignee_id, NEW.reach)\n"
            "  WHERE s.petition_id = NEW.id;",
            "what_was_given_back_is_found_by_every_clerk[postgresql]",
        ),
    ),
    *faults(
        "reach",
        "desktop_app/staff/rights.sql",
        _REACH,
        (
            "deputy_of_another_day_on_postgresql",
            "AND app.today() BETWEEN d.first_day AND d.last_day AND r.role <> 'administrator'",
            "AND r.role <> 'administrator'",
            "tests/security/test_deputies_with_roles.py::test_a_deputy_of_today_is_not_yet_the_deputy_of_next_week",
        ),
    ),
)
MASKING: Final = (
    *faults(
        "masking",
        "desktop_app/people/masking.py",
        "tests/people/test_masking.py",
        (
            "country_code_hides_a_mobile",
            r'_MOBILE: Final = re.compile(r"(?:\+?98|0098|0)?9\d{9}")',
            r'_MOBILE: Final = re.compile(r"0?9\d{9}")',
            "personal_data_is_found_in_any_digits_and_spacing",
        ),
        (
            "card_number_without_its_check_digit",
            "if len(number) == 16 and _luhn(number) else None",
            "if len(number) == 16 else None",
            "what_is_not_personal_stays",
        ),
    ),
    *faults(
        "notices",
        f"{_PETITIONS}/acts/identity.py",
        "tests/petitions/test_notices.py",
        (
            "the_general_rule_counts_first",
            "'$.kind') IS NOT NULL DESC,\"",
            "'$.kind') IS NOT NULL,\"",
            "the_rule_of_kind_and_channel_says_what_a_petition_needs",
        ),
        (
            "completed_without_what_is_required",
            "or_(_still_lacks(scope), scope.item.c.masked_at.is_not(None))",
            "scope.item.c.masked_at.is_not(None)",
            "as_long_as_something_is_missing_nothing_changes[sqlite]",
        ),
        (
            "deadline_counts_from_the_receipt",
            '"completed_at": now,',
            '"completed_at": lambda scope: scope.item.c.received_at,',
            "a_completed_identity_makes_it_an_ordinary_petition_from_that_day[sqlite]",
        ),
    ),
    *faults(
        "notices",
        f"{_PETITIONS}/acts/registration.py",
        "tests/petitions/test_notices.py",
        (
            "notice_has_a_deadline",
            "return case((not_(lacks_identity(scope)), _due_ordinary(scope)))",
            "return _due_ordinary(scope)",
            "a_notice_has_no_deadline_and_says_so_in_its_history[sqlite]",
        ),
    ),
    *faults(
        "notices",
        f"{_PETITIONS}/registration/identity.py",
        "tests/petitions/test_notices.py",
        (
            "history_names_what_was_on_file",
            "for name in _FIELDS if name not in known and getattr(contact, name)]",
            "for name in _FIELDS if getattr(contact, name)]",
            "a_completed_identity_makes_it_an_ordinary_petition_from_that_day[postgresql]",
        ),
    ),
    *faults(
        "notices",
        f"{_PETITIONS}/registration/register.py",
        "tests/petitions/test_notices.py",
        (
            "nobody_tells_the_caller",
            "if listening and one is not None and one.notice and not petition.told_no_reply:",
            "if False:",
            "whoever_listens_is_told_that_it_gets_no_reply",
        ),
    ),
    *faults(
        "notices",
        f"{_PETITIONS}/outbox/announcing.py",
        "tests/petitions/test_notices.py",
        (
            "notice_is_answered_by_message",
            "unanswered = petition.notice and kind is not MessageKind.REGISTERED",
            "unanswered = False",
            "of_a_notice_the_registration_alone_is_acknowledged",
        ),
    ),
    *faults(
        "archiving",
        f"{_PETITIONS}/retention/archiving.py",
        "tests/petitions/test_archiving.py",
        (
            "archived_a_day_late",
            "timedelta(days=days - 1)",
            "timedelta(days=days)",
            "a_petition_is_archived_by_itself_so_many_days_after_its_resolution[sqlite]",
        ),
        (
            "held_ones_fill_the_batch",
            '        .where(held_back(Petition.id) == "")\n',
            "",
            "held_ones_do_not_stand_in_the_way_of_others[sqlite]",
        ),
    ),
    *faults(
        "archiving",
        f"{_PETITIONS}/rights/archiving.sql",
        "tests/security/test_archiving_with_roles.py",
        (
            "login_chooses_the_moment",
            "CASE WHEN app.is_program() THEN coalesce(moment, clock_timestamp()) ELSE clock_timestamp() END;\n"
            "  after_days",
            "coalesce(moment, clock_timestamp());\n  after_days",
            "any_session_archives_what_is_due_and_no_other[rezaei]",
        ),
        (
            "waits_for_who_reopens",
            " FOR NO KEY UPDATE SKIP LOCKED",
            " FOR NO KEY UPDATE",
            "one_that_somebody_is_reopening_is_left",
        ),
    ),
    *faults(
        "masking",
        f"{_PETITIONS}/retention/words.py",
        "tests/petitions/test_retention.py",
        (
            "family_name_alone_stays",
            " | {tuple(part[1:]) for part in parts if len(part) > 1}",
            "",
            "a_person_is_put_out_of_sight_in_any_spelling",
        ),
    ),
    *faults(
        "masking",
        f"{_PETITIONS}/retention/storing.py",
        "tests/petitions/test_retention.py",
        (
            "further_texts_keep_their_sender",
            "    \"UPDATE petition_message SET sender = '' WHERE petition_id = :id\",\n",
            "",
            "what_was_closed_long_ago_is_masked_everywhere_and_the_history_holds[sqlite]",
        ),
        (
            "years_count_from_the_receipt",
            "p.resolved_at < :cut\nORDER BY",
            "p.received_at < :cut\nORDER BY",
            "what_is_open_young_or_kept_back_stays_as_it_is[sqlite]",
        ),
        (
            "person_with_another_petition_is_blanked",
            "WHERE petitioner_id = :person AND id <> :id AND masked_at IS NULL LIMIT 1",
            "WHERE petitioner_id = :person AND id = :id AND masked_at IS NOT NULL LIMIT 1",
            "what_is_open_young_or_kept_back_stays_as_it_is[sqlite]",
        ),
        (
            "letter_keeps_its_addressee",
            "SET page = NULL, addressee = '',",
            "SET page = NULL,",
            "a_letter_is_erased_and_its_number_stays_known[sqlite]",
        ),
    ),
    *faults(
        "masking",
        f"{_PETITIONS}/identities.py",
        _REACH,
        (
            "who_read_it_yesterday_leaves_no_trace_today",
            "            EventRecord.at >= since,\n        )\n        .exists()",
            "        )\n        .exists()",
            "each_person_s_reading_is_an_event_of_each_day",
        ),
        (
            "another_s_reading_counts_for_mine",
            "            EventRecord.actor_id.is_not_distinct_from(person_id),\n",
            "",
            "each_person_s_reading_is_an_event_of_each_day",
        ),
    ),
)
FAULTS: Final[tuple[Fault, ...]] = (*REACH, *MASKING)
