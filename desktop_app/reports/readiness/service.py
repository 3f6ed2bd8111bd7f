"""Says what of the set-up of the office is done, and records what people confirm."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import RuleError
from desktop_app.office.acts import OFFICE
from desktop_app.office.set_up import SET_UP_CONFIRMED, SET_UP_UNCONFIRMED, SetUpTask
from desktop_app.office.settings import logo_of
from desktop_app.office.templates import valid_line
from desktop_app.reports.readiness.checklist import Checklist, may_be_confirmed, states_of
from desktop_app.reports.readiness.facts import facts_of, first_administrator
from desktop_app.signing import PublicKey
from desktop_app.staff.roles import Actor, Role
from desktop_app.staff.roster import administer
from desktop_app.staff.signing_keys import hand_out_key

LONGEST_CUSTODIAN: Final = 120
_DENIED: Final = "set_up_office"


class Readiness:
    """The set-up of the office, for administrators. Nothing is stored but confirmations, which are events."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def checklist(self, actor: Actor) -> Checklist:
        """Returns the state of every task, computed from the database. Raises `NotPermittedError`."""
        actor.must_be(Role.ADMINISTRATOR, act=_DENIED)
        with self._database.reading() as session:
            now = self._database.now(session)
            facts = facts_of(session, now)
            return Checklist(now, first_administrator(session), facts, states_of(facts), logo_of(session))

    @once
    def confirm(self, actor: Actor, task: SetUpTask) -> None:
        """Records that the task is complete as the person sees it.

        Raises `NotPermittedError`; `RuleError` (`set_up_too_early`) where there is nothing to confirm yet.
        """
        with self._database.writing() as session:
            self._confirm(session, actor, task)

    @once
    def take_back(self, actor: Actor, task: SetUpTask) -> None:
        """Takes a confirmation back. Raises `NotPermittedError`."""
        with self._database.writing() as session:
            self._do(session, SET_UP_UNCONFIRMED, actor, Item(OFFICE, given={"task": task.value}))

    def make_seal_key(self, actor: Actor, custodian: str, public_file: Path) -> PublicKey:
        """Hands the public half of this PC's key out for a second custodian, and records their name.

        A key is made and stored in the keyring if there is none. Raises `NotPermittedError`, `InvalidValueError`
        (`custodian`), `SigningError` (`not_kept`, `exists`), `NotWrittenError`.
        """
        actor.must_be(Role.ADMINISTRATOR, act=_DENIED)
        name = valid_line(custodian, "custodian", LONGEST_CUSTODIAN)
        public = hand_out_key(self._database, public_file)
        self._confirm_seal(actor, name, public.fingerprint)
        return public

    @once
    def _confirm_seal(self, actor: Actor, custodian: str, fingerprint: str) -> None:
        with self._database.writing() as session:
            self._confirm(session, actor, SetUpTask.SEAL, custodian, {"key_fingerprint": fingerprint})

    def _confirm(
        self,
        session: Session,
        actor: Actor,
        task: SetUpTask,
        text: str = "",
        remarks: dict[str, str] | None = None,
    ) -> None:
        if not may_be_confirmed(task, facts_of(session, self._database.now(session))):
            raise RuleError(rule="set_up_too_early")
        item = Item(OFFICE, text=text, given={"task": task.value}, remarks=remarks or {})
        self._do(session, SET_UP_CONFIRMED, actor, item)

    def _do(self, session: Session, act: Act, actor: Actor, item: Item) -> None:
        administer(session, act, actor, item, self._database.now(session), denied=_DENIED)
