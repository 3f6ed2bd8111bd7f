"""Reads the data to mask, and writes the masked values.

On PostgreSQL database functions do it, because an administrator sees no petition (`rights/retention.sql`). On
SQLite the same statements run one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import ARRAY, BigInteger, bindparam, text
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.chain import MASKED, canonical_json
from desktop_app.database.number_keys import number_keys
from desktop_app.database.search import index_more, keyed
from desktop_app.petitions.identities import record_readings
from desktop_app.petitions.retention.held_back import HELD_BACK
from desktop_app.petitions.retention.masking import Holding, MaskedValues
from desktop_app.staff.roles import Actor

_NOTE: Final = text("SELECT app.note_masking(:asked, :actor, :named, :at)").bindparams(
    bindparam("asked", type_=ARRAY(BigInteger))
)
#: The same as `app.retention`.
_CLOSED: Final = f"""
SELECT p.id, {HELD_BACK.format("p.id")} AS held
FROM petition p
WHERE p.id > :behind AND NOT p.is_open AND p.masked_at IS NULL AND p.resolved_at < :cut
ORDER BY p.id LIMIT :most
"""
#: Submissions that were put aside for good and arrived before the date; the same as `app.empty_aside`.
_ASIDE: Final = (
    "FROM intake_submission WHERE state = 'aside' AND arrived_at < :cut"
    " AND (payload <> '{}' OR attachments <> '[]' OR mended IS NOT NULL)"
)
_EMPTIED: Final = f"""
UPDATE intake_submission SET payload = '{{}}', mended = NULL, attachments = '[]',
  reason = CASE reason WHEN '' THEN '' ELSE (
    SELECT json_group_array(json_object('field', json_extract(f.value, '$.field'),
      'reason', json_extract(f.value, '$.reason'), 'value', '')) FROM json_each(intake_submission.reason) f) END
WHERE id IN (SELECT id {_ASIDE} ORDER BY id LIMIT :most)
"""
#: A submission that was emptied keeps no original.
_ORIGINALS_GONE: Final = (
    "DELETE FROM submission_original WHERE submission_id IN"
    " (SELECT id FROM intake_submission WHERE payload = '{}' AND mended IS NULL)"
)
#: The same as `app.retention_counts`.
_COUNTED: Final = f"""
WITH r AS MATERIALIZED ({_CLOSED})
SELECT (SELECT count(*) FROM r WHERE held = '') AS petitions,
  (SELECT count(*) FROM r WHERE held = 'label') AS held_by_label,
  (SELECT count(*) FROM r WHERE held = 'matter') AS held_by_matter,
  (SELECT count(DISTINCT p.petitioner_id) FROM r JOIN petition p ON p.id = r.id WHERE held = '') AS persons,
  (SELECT count(*) FROM r JOIN reply y ON y.petition_id = r.id WHERE held = '') AS replies,
  (SELECT count(*) FROM r JOIN event e ON e.item_type = 'petition' AND e.item_id = r.id WHERE held = '') AS events,
  (SELECT count(*) FROM r JOIN stored_file f ON f.item_type = 'petition' AND f.item_id = r.id WHERE held = '')
    AS files,
  (SELECT count(*) {_ASIDE}) AS aside
"""
_ALL: Final = 2_147_483_647
_PARTS: Final = {
    "messages": "SELECT id, text FROM petition_message WHERE petition_id = :id ORDER BY id",
    "replies": "SELECT id, text FROM reply WHERE petition_id = :id ORDER BY id",
    "referrals": "SELECT id, order_note FROM referral WHERE petition_id = :id ORDER BY id",
    "reminders": "SELECT id, text FROM reminder WHERE petition_id = :id ORDER BY id",
    "files": (
        "SELECT id, name, removed_reason FROM stored_file WHERE item_type = 'petition' AND item_id = :id ORDER BY id"
    ),
    "events": (
        "SELECT id, sequence, action, actor_name, before, after, text FROM event"
        " WHERE item_type = 'petition' AND item_id = :id ORDER BY sequence"
    ),
}
_PETITION: Final = (
    "SELECT p.subject, p.about, p.petitioner_name, p.tracking_code, p.external_id, p.letter_number, p.channel,"
    " p.petitioner_id, t.body FROM petition p LEFT JOIN petition_text t ON t.petition_id = p.id WHERE p.id = :id"
)
_PETITIONER: Final = (
    "SELECT p.name, i.national_id, i.mobile, i.email FROM petitioner p"
    " LEFT JOIN petitioner_identity i ON i.petitioner_id = p.id WHERE p.id = :id"
)
_WRITTEN: Final = {
    "messages": "UPDATE petition_message SET text = :text WHERE id = :id",
    "replies": "UPDATE reply SET text = :text WHERE id = :id",
    "referrals": "UPDATE referral SET order_note = :order_note WHERE id = :id",
    "reminders": "UPDATE reminder SET text = :text WHERE id = :id",
    "files": (
        "UPDATE stored_file SET name = :name, removed_reason = :removed_reason,"
        " removed_at = coalesce(removed_at, :at), removed_by_id = coalesce(removed_by_id, :person) WHERE id = :id"
    ),
    "events": "UPDATE event SET before = :before, after = :after, text = :text WHERE id = :id",
}
#: A petitioner with another unmasked petition is kept for that one.
_SHARED: Final = (
    "SELECT 1 FROM petition WHERE petitioner_id = :person AND id <> :id AND masked_at IS NULL LIMIT 1"
)
_PARTED: Final = (
    'INSERT INTO petitioner (name, name_key, "group", created_at)'
    " SELECT '', :nameless, \"group\", created_at FROM petitioner WHERE id = :person RETURNING id"
)
_BLANKED: Final = (
    "UPDATE petitioner SET name = '', name_key = :nameless, masked_national_id = '', masked_mobile = '',"
    " masked_email = '' WHERE id = :person"
)
_MASKED: Final = (
    "UPDATE petition SET subject = :subject, snippet = :snippet, about = :about, petitioner_name = '',"
    " petitioner_id = :petitioner, masked_at = :at, changed_at = :at, version = version + 1 WHERE id = :id"
)
_AFTER: Final = (
    "UPDATE petition_text SET body = :body WHERE petition_id = :id",
    "DELETE FROM stored_part WHERE file_id IN"
    " (SELECT id FROM stored_file WHERE item_type = 'petition' AND item_id = :id)",
    "UPDATE petition_message SET sender = '' WHERE petition_id = :id",
    "DELETE FROM message_sender WHERE message_id IN (SELECT id FROM petition_message WHERE petition_id = :id)",
    "UPDATE letter SET page = NULL, addressee = '', enclosure = '', copies = ''"
    " WHERE item_type = 'petition' AND item_id = :id",
    "UPDATE outbox_message SET subject = '', text = '', address = '', reason = '',"
    " state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END WHERE petition_id = :id",
    "DELETE FROM outbox_address WHERE message_id IN (SELECT id FROM outbox_message WHERE petition_id = :id)",
    "DELETE FROM petition_sketch WHERE petition_id = :id",
    "DELETE FROM near_equal WHERE other_id = :id"
    " AND petition_id IN (SELECT other_id FROM near_equal WHERE petition_id = :id)",
    "DELETE FROM near_equal WHERE petition_id = :id",
    # The contentless index needs the words of an entry to remove it.
    "INSERT INTO petition_fts (petition_fts, rowid, terms) VALUES ('delete', :id, :old_terms)",
    "INSERT INTO petition_fts (rowid, terms) VALUES (:id, :terms)",
    "UPDATE intake_submission SET payload = '{}', mended = NULL, attachments = '[]'"
    " WHERE item_type IN ('petition', 'answer') AND item_id = :id"
    " OR item_type = 'message' AND item_id IN (SELECT id FROM petition_message WHERE petition_id = :id)"
    " OR external_id IS NOT NULL AND (channel, external_id) IN"
    " (SELECT channel, external_id FROM petition WHERE id = :id)",
    _ORIGINALS_GONE,
)


def counted(session: Session, cut: datetime) -> dict[str, int]:
    """Returns how many petitions would be masked, the size of their data, and how many are kept back, by reason."""
    if _on_server(session):
        return dict(session.execute(text("SELECT app.retention_counts(:cut)"), {"cut": cut}).scalar_one())
    parameters = {"cut": _stored(cut), "behind": 0, "most": _ALL}
    return dict(session.execute(text(_COUNTED), parameters).mappings().one())


def next_ones(session: Session, cut: datetime, behind: int, most: int) -> list[tuple[int, bool]]:
    """Returns the next petitions after the id `behind`, and whether each may be masked."""
    if _on_server(session):
        found = session.execute(
            text("SELECT id, held FROM app.retention(:cut, :behind, :most)"),
            {"cut": cut, "behind": behind, "most": most},
        )
    else:
        parameters = {"cut": _stored(cut), "behind": behind, "most": most}
        found = session.execute(text(_CLOSED), parameters)
    return [(row[0], row[1] == "") for row in found]


def note_reading(session: Session, actor: Actor, petition_ids: Sequence[int], at: datetime) -> None:
    """Records that `actor` reads all data of petitions that may be masked: one event for all."""
    if _on_server(session):
        asked = {"asked": list(petition_ids), "actor": actor.person_id, "named": actor.name, "at": at}
        session.execute(_NOTE, asked)
    elif petition_ids:
        record_readings(session, actor, at, "masking", len(petition_ids), petitions=petition_ids)


def read(session: Session, petition_id: int) -> Holding:
    """Returns all data of a petition. On PostgreSQL the reading was noted in a transaction before."""
    parameters = {"id": petition_id}
    if _on_server(session):
        return dict(session.execute(text("SELECT app.personal_data(:id)"), parameters).scalar_one())
    petition = dict(session.execute(text(_PETITION), parameters).mappings().one())
    person = {"id": petition["petitioner_id"]}
    petitioner = session.execute(text(_PETITIONER), person).mappings().one_or_none()
    found: Holding = {
        "petition": petition,
        "body": petition["body"] or "",
        "petitioner": dict(petitioner) if petitioner else None,
    }
    for name, statement in _PARTS.items():
        found[name] = [dict(row) for row in session.execute(text(statement), parameters).mappings()]
    return found


def write(session: Session, actor: Actor, petition_id: int, changes: MaskedValues, at: datetime) -> None:
    """Replaces the data by the masked values, and records the event."""
    if _on_server(session):
        document = changes.written | {"actor": actor.name, "actor_id": actor.person_id}
        parameters = {"id": petition_id, "changes": canonical_json(document)}
        session.execute(text("SELECT app.mask(:id, CAST(:changes AS json))"), parameters)
        return
    written = changes.written
    # The event is written first: the trigger of the audit log refuses changes that no event announces.
    record_event(
        session,
        item_type="petition",
        item_id=petition_id,
        at=at,
        actor_id=actor.person_id,
        actor_name=actor.name,
        action=MASKED,
        after=written["told"],
    )
    session.flush()
    shared = {"at": _stored(at), "person": actor.person_id}
    for name, statement in _WRITTEN.items():
        for row in written[name]:
            known = {key: value for key, value in (shared | row).items() if f":{key}" in statement}
            session.execute(text(statement), known)
    session.execute(
        text(_MASKED),
        {name: written[name] for name in ("subject", "snippet", "about")}
        | {
            "id": petition_id,
            "at": _stored(at),
            "petitioner": _masked_petitioner(session, petition_id, written["nameless"]),
        },
    )
    session.execute(
        text(
            "UPDATE petition_seen SET version = version + 1 WHERE petition_id = :id"
            " AND version = (SELECT version - 1 FROM petition WHERE id = :id)"
        ),
        {"id": petition_id},
    )
    old_terms = keyed(changes.old_terms, changes.numbers, number_keys(session))
    values = {"id": petition_id, "old_terms": old_terms} | {name: written[name] for name in ("body", "terms")}
    for statement in _AFTER:
        session.execute(text(statement), {key: one for key, one in values.items() if f":{key}" in statement})
    index_more(session, [(petition_id, terms) for terms in written["further_terms"]])


def empty_aside(session: Session, cut: datetime, most: int) -> int:
    """Empties so many submissions that were put aside and arrived before `cut`; returns their number.

    The names of faulty fields are kept, their values are removed.
    """
    if _on_server(session):
        parameters = {"cut": cut, "most": most}
        return int(session.execute(text("SELECT app.empty_aside(:cut, :most)"), parameters).scalar_one())
    done: Any = session.execute(text(_EMPTIED), {"cut": _stored(cut), "most": most})
    session.execute(text(_ORIGINALS_GONE))
    return int(done.rowcount)


def forget_for_good(session: Session) -> None:
    """Removes overwritten words from SQLite's search index too; PostgreSQL does so in its vacuum."""
    if not _on_server(session):
        session.execute(text("INSERT INTO petition_fts (petition_fts) VALUES ('optimize')"))


def _masked_petitioner(session: Session, petition_id: int, nameless: str) -> int | None:
    """Returns the petitioner of a masked petition: without a name, and a new one if the person has more
    petitions.
    """
    person = session.scalar(text("SELECT petitioner_id FROM petition WHERE id = :id"), {"id": petition_id})
    if person is None:
        return None
    parameters: dict[str, Any] = {"person": person, "nameless": nameless}
    if session.execute(text(_SHARED), {"person": person, "id": petition_id}).first() is not None:
        return int(session.execute(text(_PARTED), parameters).scalar_one())
    session.execute(text(_BLANKED), parameters)
    session.execute(text("DELETE FROM petitioner_identity WHERE petitioner_id = :person"), parameters)
    return int(person)


def _on_server(session: Session) -> bool:
    return session.get_bind().dialect.name != "sqlite"


def _stored(moment: datetime) -> str:
    """Returns a time as SQLite stores it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
