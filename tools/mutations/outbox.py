"""Faults in messages to petitioners: announced, delivered, parted."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_PETITIONS: Final = "desktop_app/petitions"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "outbox",
        f"{_PETITIONS}/outbox/delivery.py",
        "tests/petitions/outbox/test_delivery.py",
        (
            "masked_after_it_was_taken_goes_out",
            "            leave_masked(session, number)\n",
            "",
            "what_is_masked_after_it_was_taken_does_not_go_out[sqlite]",
        ),
        (
            "another_folder_is_taken_for_it",
            "if mark_of(folder) != batch.folder_mark:",
            "if not folder.is_dir():",
            "what_was_ready_goes_out_only_where_it_lies[sqlite]",
        ),
        (
            "manager_of_one_unit_hands_on",
            'actor.must_be_for_all(*SENDERS, act="send_out")',
            'actor.must_be(*SENDERS, act="send_out")',
            "only_who_sees_every_unit_hands_on",
        ),
    ),
    *faults(
        "outbox",
        f"{_PETITIONS}/outbox/mailing.py",
        "tests/petitions/outbox/test_mailing.py",
        (
            "what_may_have_left_goes_again",
            "    MailAnswer.UNKNOWN: MessageState.FAILED,\n",
            "    MailAnswer.UNKNOWN: MessageState.WAITING,\n",
            "what_may_have_left_is_never_sent_again_by_itself[sqlite-TOLD-1]",
        ),
        (
            "slow_worker_is_taken_for_dead",
            "OutboxMessage.begun_at < now - ABANDONED",
            "OutboxMessage.begun_at <= now",
            "a_worker_that_is_slow_is_not_taken_for_dead",
        ),
        (
            "mail_of_another_worker_is_begun",
            "                OutboxMessage.batch_id == batch,\n"
            "                OutboxMessage.begun_at.is_(None),\n            )\n            return",
            "                OutboxMessage.begun_at.is_(None),\n            )\n            return",
            "a_worker_leaves_what_another_one_took_meanwhile",
        ),
        (
            "what_is_put_off_is_tried_for_ever",
            "above = max(above, self._send(batch, progress))",
            "self._send(batch, progress)",
            "what_the_server_puts_off_waits_and_goes_in_the_next_run[sqlite-RCPT]",
        ),
    ),
    *faults(
        "outbox",
        f"{_PETITIONS}/outbox/smtp.py",
        "tests/petitions/outbox/test_mailing.py",
        (
            "break_after_the_mail_counts_as_before",
            "            return MailOutcome(MailAnswer.UNKNOWN)\n",
            "            raise\n",
            "what_may_have_left_is_never_sent_again_by_itself[sqlite-TOLD-1]",
        ),
        (
            "certificate_is_not_checked",
            "self._settings, ssl.create_default_context()",
            "self._settings, ssl._create_unverified_context()",
            "nothing_is_sent_to_a_server_that_does_not_prove_who_it_is[unknown]",
        ),
        (
            "address_stays_in_the_reason",
            'for part in (address, address.rpartition("@")[0]):',
            "for part in ():",
            "what_the_server_refuses_for_good_fails_with_its_words[sqlite-RCPT]",
        ),
    ),
    *faults(
        "outbox",
        f"{_PETITIONS}/outbox/announcing.py",
        "tests/petitions/outbox/test_announcing.py",
        (
            "old_petitions_are_acknowledged",
            "now - petition.received_at > FRESH",
            "now - petition.received_at > 4 * FRESH",
            "what_is_handed_in_is_acknowledged_once_and_what_is_old_is_not[sqlite]",
        ),
    ),
    *faults(
        "outbox",
        f"{_PETITIONS}/outbox/delivery_state.py",
        "tests/petitions/outbox/test_delivery_state.py",
        (
            "sms_though_the_office_does_not_want_it",
            "texted = or_(petition.channel == Channel.SMS.value, _texts_to(petition.channel))",
            "texted = petition.channel != Channel.PORTAL.value",
            "the_state_follows_from_channel_contact_and_switch",
        ),
        (
            "switched_off_counts_as_waiting",
            "(way_to(petition, petitioner).is_not(None), _state(DeliveryState.OFF)),",
            "(way_to(petition, petitioner).is_not(None), _state(DeliveryState.WAITING)),",
            "the_state_follows_from_channel_contact_and_switch",
        ),
        (
            "message_before_the_end_counts",
            "            message.made_at >= petition.resolved_at,\n",
            "",
            "a_message_about_an_earlier_end_does_not_count",
        ),
    ),
    *faults(
        "outbox",
        f"{_PETITIONS}/outbox/service.py",
        "tests/petitions/outbox/test_delivery.py",
        (
            "message_of_a_masked_petition_is_made_again",
            "                    Petition.masked_at.is_(None),\n",
            "",
            "a_masked_petition_sends_nothing[sqlite]",
        ),
        (
            "late_failure_overrides_an_arrival",
            "if known is None or not known.delivered:",
            "if True:",
            "receipts_are_noted_in_whatever_order_they_come[sqlite]",
        ),
    ),
    *faults(
        "outbox",
        f"{_PETITIONS}/outbox/segments.py",
        "tests/petitions/outbox/test_segments.py",
        (
            "segments_of_a_long_text_without_their_header",
            "(70, 67) if unicode",
            "(70, 70) if unicode",
            "segments_are_counted_as_the_gateway_does",
        ),
    ),
)
