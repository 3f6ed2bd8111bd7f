"""Messages for expected errors: what happened, what is unaffected, and what to do. One for each code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from desktop_app.errors import AppError
from desktop_app.languages import in_language, language_in_use
from desktop_app.persian.digits import digits, isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.wording.backup_faults import (
    backup_fault_sentence,
    passphrase_fault_sentence,
    transfer_fault_sentence,
)
from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.file_faults import file_fault_sentence
from desktop_app.wording.labels import label
from desktop_app.wording.signing_faults import signing_fault_sentence
from desktop_app.wording.statute import statute_rules
from desktop_app.wording.table_faults import table_fault_sentence
from desktop_app.wording.updates import update_fault_sentence

Parameters = dict[str, object]


def error_sentence(error: AppError) -> str:
    """Returns the message for `error` in the language in use, with what was saved before it."""
    saved = error.parameters.get("saved")
    if not saved:
        return _SENTENCES[error.code](error.parameters)
    why = _BROKEN_OFF.get(error.code, _SENTENCES[error.code])(error.parameters)
    words = translate(
        "Errors",
        "{why} {saved} were saved before and stay; do it again when this is mended, and only the rest is added.",
    )
    return fill(words, why=why, saved=digits(saved))


def fault_sentence(code: str, parameters: Mapping[str, object]) -> str:
    """Returns the message for an error that was stored; the same as that of the error."""
    return _SENTENCES[code](dict(parameters))


def rule_sentence(rule: str, point: str = "") -> str:
    """Returns the message of a domain rule. `rule` is a key of `_rules`, `point` a missing point of a checklist."""
    sentence = _rules()[rule]
    return fill(sentence, point=visible_controls(point)) if point else sentence


def _bad_file(parameters: Parameters) -> str:
    reason = str(parameters.get("reason", ""))
    return table_fault_sentence(reason, parameters) or file_fault_sentence(reason, parameters)


_WITH_A_NAME: Final = frozenset(
    {"unit", "username", "instrument_code", "reply_template", "service", "outcome", "letter", "check_point"}
)


def _conflict(parameters: Parameters) -> str:
    item = parameters.get("item")
    if item == "closed_day":
        return fill(
            translate("Errors", "{name} is closed already; change the entry that is there."),
            name=parameters.get("name", ""),
        )
    if item == "clock":
        return translate("Errors", "The clock shows another day meanwhile; look at it again.")
    if item in _WITH_A_NAME and parameters.get("name"):
        return fill(
            translate("Errors", "“{name}” is taken; choose another name."), name=parameters.get("name", "")
        )
    if parameters.get("theirs"):
        return fill(
            translate(
                "Errors", "{who} changed it meanwhile. Nothing was overwritten, and what you wrote is kept."
            ),
            who=parameters["theirs"],
        )
    return translate(
        "Errors", "Somebody changed it meanwhile. Nothing was overwritten, and what you wrote is kept."
    )


def _not_permitted(parameters: Parameters) -> str:
    if not parameters.get("who_may"):
        return translate(
            "Errors",
            "The database does not let your account do this; nothing was changed. The administrator gives the roles.",
        )
    names = str(parameters["who_may"]).split(",")
    if names == ["owner"]:
        return translate(
            "Errors",
            "This needs every row of the database, and your account sees only what its roles open. Sign in as the "
            "owner of the database (the login of “database init”).",
        )
    owner = translate("Errors", "owner of the database")
    who = translate("Errors", " or ").join(
        owner if name == "owner" else label("role", name) for name in names
    )
    return fill(translate("Errors", "This takes another role: {who}."), who=who)


def _not_found(parameters: Parameters) -> str:
    things = {
        "petition": translate("Errors", "petition"),
        "unit": translate("Errors", "unit"),
        "person": translate("Errors", "person"),
        "deputy": translate("Errors", "deputy"),
        "reply_template": translate("Errors", "saved reply"),
        "letter": translate("Errors", "letter"),
        "label": translate("Errors", "label"),
        "routing_rule": translate("Errors", "routing rule"),
        "check_point": translate("Errors", "point of a checklist"),
        "intake_source": translate("Errors", "source"),
        "macro": translate("Errors", "macro"),
        "reminder": translate("Errors", "reminder"),
        "service": translate("Errors", "service"),
        "closed_day": translate("Errors", "closed day"),
        "task": translate("Errors", "scheduled task"),
        "calendar_year": translate("Errors", "confirmed year of the calendar"),
        "instrument": translate("Errors", "draft document"),
        "revision": translate("Errors", "revision"),
        "thread": translate("Errors", "annotation"),
        "comment": translate("Errors", "comment"),
        "campaign": translate("Errors", "campaign group"),
        "pin": translate("Errors", "pin"),
        "file": translate("Errors", "attachment"),
        "improvement": translate("Errors", "improvement action"),
        "composition": translate("Errors", "draft of the next revision"),
        "expert": translate("Errors", "expert"),
        "invitation": translate("Errors", "invitation"),
        "report": translate("Errors", "issued report"),
        "event": translate("Errors", "event"),
    }
    item = str(parameters.get("item", ""))
    return fill(
        translate("Errors", "There is no {item} “{key}”."),
        item=things.get(item, item),
        key=isolated(digits(parameters.get("key", ""))),
    )


def _rule(parameters: Parameters) -> str:
    point = visible_controls(str(parameters.get("point", "")))
    return fill(_rules()[str(parameters["rule"])], count=parameters.get("count", ""), point=point)


def _invalid_value(parameters: Parameters) -> str:
    template = _reasons()[str(parameters["reason"])]
    value = parameters.get("value", "")
    return fill(
        template,
        field=label("field", str(parameters.get("field", ""))),
        value=isolated(digits(value)),
        minimum=digits(parameters.get("minimum", "")),
    )


def _sign_in(parameters: Parameters) -> str:
    if parameters.get("reason") == "disabled":
        return translate("Errors", "This account is disabled; ask the administrator.")
    if parameters.get("reason") == "unconfirmed":
        return translate(
            "Errors",
            "The password is right, but your account waits for a second person: another administrator, or a manager"
            " of the whole office, has to confirm it.",
        )
    return translate("Errors", "User name or password is wrong.")


def _database_away(parameters: Parameters) -> str:
    return fill(
        translate(
            "Errors", "The database “{where}” cannot be reached or is locked. Nothing was lost; try again."
        ),
        where=isolated(str(parameters.get("where", ""))),
    )


def _busy(parameters: Parameters) -> str:
    del parameters
    return translate(
        "Errors",
        "Others are writing there just now. Nothing was changed, and what you wrote is kept; try again.",
    )


def _too_slow(parameters: Parameters) -> str:
    del parameters
    return translate(
        "Errors",
        "The database took too long, so the work was broken off. Nothing was changed; narrow it down, or try later.",
    )


def _database_full(parameters: Parameters) -> str:
    return fill(
        translate(
            "Errors",
            "The disk of the database “{where}” is full. Nothing was saved and nothing was lost; what you wrote is"
            " kept. Tell the administrator.",
        ),
        where=isolated(str(parameters.get("where", ""))),
    )


def _outcome_unknown(parameters: Parameters) -> str:
    del parameters
    return translate(
        "Errors",
        "The connection broke while it was being saved, and whether it was saved is not known. What you wrote is"
        " kept: when the connection is back, look whether it stands there before sending it again.",
    )


def _newer_database(parameters: Parameters) -> str:
    if parameters.get("folder"):
        words = translate(
            "Errors",
            "The database is of a newer version than this program. Install the newer program from {folder}.",
        )
        return fill(words, folder=isolated(str(parameters["folder"])))
    return translate(
        "Errors", "The database is of a newer version than this program. Install the newer program."
    )


def _older_database(parameters: Parameters) -> str:
    words = translate(
        "Errors",
        "The database “{where}” is of an older version than this program, and nothing was changed in it. Its owner"
        " upgrades it with “mosharekat database upgrade”; until then use the older program.",
    )
    return fill(words, where=isolated(str(parameters["where"])))


def _trial_database(parameters: Parameters) -> str:
    del parameters
    return translate(
        "Errors",
        "The database was made by a trial version before the first release."
        " Make a new one and import the data again.",
    )


def _not_prepared(parameters: Parameters) -> str:
    return fill(
        translate("Errors", "The database “{where}” is not prepared; run “mosharekat database init”."),
        where=isolated(str(parameters.get("where", ""))),
    )


def _database_file(parameters: Parameters) -> str:
    sentences = {
        "damaged": translate(
            "Errors",
            "The database file “{where}” is damaged. Keep it as it is, and restore the newest back-up beside it.",
        ),
        "read_only": translate(
            "Errors",
            "The database file “{where}” can only be read. Nothing was lost;"
            " let your account write it and its folder.",
        ),
        "moved": translate(
            "Errors",
            "The database file “{where}” was moved, deleted or replaced while it was open."
            " Put it back, and start the program again.",
        ),
    }
    return fill(sentences[str(parameters["reason"])], where=isolated(str(parameters.get("where", ""))))


def _network_share(parameters: Parameters) -> str:
    return fill(
        translate(
            "Errors", "“{where}” is on a network share, where an SQLite file gets damaged. Use PostgreSQL."
        ),
        where=isolated(str(parameters.get("where", ""))),
    )


def _settings(parameters: Parameters) -> str:
    return fill(
        translate(
            "Errors", "The settings file could not be read; it was kept as “{kept}” and defaults are used."
        ),
        kept=isolated(str(parameters.get("kept", ""))),
    )


def _machine_settings(parameters: Parameters) -> str:
    sentences = {
        "unreadable": translate(
            "Errors", "The office's settings for this PC, {path}, cannot be read; tell the administrator."
        ),
        "damaged": translate(
            "Errors",
            "The office's settings for this PC, {path}, are no valid JSON and were not used; tell the administrator.",
        ),
        "value": translate(
            "Errors",
            "In the office's settings for this PC, {path}, the value of {name} is invalid and was not used; tell the"
            " administrator.",
        ),
        "denied": translate(
            "Errors",
            "Only an administrator of this PC may write {path}; nothing was changed. Start the command as one.",
        ),
    }
    return fill(
        sentences[str(parameters["reason"])],
        path=isolated(str(parameters["path"])),
        name=isolated(str(parameters.get("name", ""))),
    )


def _fixed_setting(parameters: Parameters) -> str:
    words = translate(
        "Errors",
        "The office fixed the value of {name} on this PC ({path}); the command line cannot change it.",
    )
    return fill(words, name=isolated(str(parameters["name"])), path=isolated(str(parameters["path"])))


def _server_only(parameters: Parameters) -> str:
    del parameters
    return translate(
        "Errors",
        "This PC works with the department's server only, and no address of it is set; no database file was made."
        " Set the address, or tell the administrator.",
    )


def _folder_in_use(parameters: Parameters) -> str:
    sentence = translate(
        "Errors",
        "The folder “{name}” holds other files; nothing was written. Choose an empty one or a new name.",
    )
    return fill(sentence, name=isolated(str(parameters["name"])))


def _not_written(parameters: Parameters) -> str:
    sentences = {
        "full": translate(
            "Errors", "The disk is full: “{name}” was not written. Make room or choose another disk."
        ),
        "denied": translate(
            "Errors",
            "“{name}” was not written: this folder, or the file while another program has it open, may not be "
            "written to. Choose another place.",
        ),
        "folder": translate(
            "Errors", "“{name}” was not written: there is a folder of this name. Choose another name."
        ),
        "gone": translate(
            "Errors", "“{name}” was not written: the folder is not there any more. Choose another place."
        ),
        "": translate(
            "Errors", "“{name}” could not be written. Check the folder, its free space and your rights to it."
        ),
    }
    return fill(sentences[str(parameters.get("why", ""))], name=shown_name(str(parameters.get("name", ""))))


def _printer(parameters: Parameters) -> str:
    sentences = {
        "none": translate(
            "Errors", "Nothing was printed: this PC has no printer that is set up. Add one, or name one."
        ),
        "unknown": translate("Errors", "Nothing was printed: there is no printer “{name}” on this PC."),
        "refused": translate(
            "Errors", "Nothing was printed: the printer “{name}” did not take the pages. Is it switched on?"
        ),
    }
    return fill(sentences[str(parameters["reason"])], name=isolated(str(parameters.get("name", ""))))


def _task_refused(parameters: Parameters) -> str:
    words = str(parameters.get("words", ""))
    sentences = {
        "no_scheduler": translate(
            "Errors", "The task was not changed: this PC has no scheduler that the program knows."
        ),
        "silent": translate("Errors", "The task was not changed: the scheduler of this PC gives no answer."),
        "password": translate(
            "Errors",
            "The task was not made: Windows did not get the right password, or refused this account.",
        ),
        "refused": translate("Errors", "The scheduler of this PC refused: {words}")
        if words
        else translate("Errors", "The scheduler of this PC refused and gave no reason."),
    }
    return fill(sentences[str(parameters["reason"])], words=isolated(words))


def _source_away(parameters: Parameters) -> str:
    sentences = {
        "gone": translate("Sources", "“{name}”: the folder {where} is not there, or cannot be reached."),
        "denied": translate("Sources", "“{name}”: the folder {where} may not be read by this account."),
        "read_only": translate(
            "Sources",
            "“{name}”: nothing may be written in the folder {where}. What is handled could not be put away, so"
            " nothing was read.",
        ),
        "held": translate(
            "Sources",
            "“{name}”: a file in {where} was taken in, and could not be put away: another program has it open, or"
            " the disk is full. It is put away in the next round.",
        ),
        "no_connection": translate(
            "Sources",
            "“{name}”: the mail server {where} does not answer. It is tried again in the next round.",
        ),
        "certificate": translate(
            "Sources",
            "“{name}”: the mail server {where} does not prove who it is: its certificate is not valid. Nothing"
            " was sent"
            " to it, the password neither.",
        ),
        "login": translate(
            "Sources", "“{name}”: the mail server {where} refuses the user name or the password."
        ),
        "no_password": translate(
            "Sources",
            "“{name}”: no password for {where} is kept on this PC. An administrator enters it in the administration,"
            " “Sources”.",
        ),
        "no_mailbox": translate("Sources", "“{name}”: there is no such mailbox on {where}."),
        "refused": translate(
            "Sources", "“{name}”: the mail server {where} broke off. It is tried again in the next round."
        ),
    }
    where = isolated(str(parameters.get("where", "")))
    return fill(sentences[str(parameters["reason"])], name=parameters.get("name", ""), where=where)


def _mail_server(parameters: Parameters) -> str:
    words = str(parameters.get("words", ""))
    sentences = {
        "no_connection": translate(
            "Outbox", "The mail server {where} does not answer. What waits goes out in the next round."
        ),
        "certificate": translate(
            "Outbox",
            "The mail server {where} does not prove who it is: its certificate is not valid. Nothing was sent to it,"
            " the password neither.",
        ),
        "not_encrypted": translate(
            "Outbox",
            "The mail server {where} does not encrypt the connection in this way, so nothing was sent to it. Choose"
            " the other encryption, or its other port.",
        ),
        "no_password": translate(
            "Outbox",
            "No password for {where} is kept on this PC. An administrator enters it in the administration,"
            " “Messages”, or by “mosharekat outbox password”.",
        ),
        "login": translate("Outbox", "The mail server {where} refuses the user name or the password."),
        "sender": translate(
            "Outbox",
            "The mail server {where} sends no e-mails for the sender's address of the office. What waits stays.",
        ),
        "refused": translate(
            "Outbox", "The mail server {where} broke off. What waits goes out in the next round."
        ),
        "later": translate("Outbox", "The mail server {where} takes no e-mails now. It said: {words}")
        if words
        else translate("Outbox", "The mail server {where} takes no e-mails now. What waits stays."),
        "rejected": translate("Outbox", "The mail server {where} refuses this e-mail. It said: {words}"),
        "unsure": translate(
            "Outbox",
            "The connection to the mail server {where} broke before its answer. Whether the e-mail left is not"
            " known.",
        ),
    }
    where = isolated(str(parameters.get("where", "")))
    return fill(sentences[str(parameters["reason"])], where=where, words=isolated(visible_controls(words)))


def _attachment(parameters: Parameters) -> str:
    sentences = {
        "too_large": translate("Errors", "“{name}” is larger than {limit} MB, the most that is taken in."),
        "empty": translate("Errors", "“{name}” is empty; nothing was added."),
        "too_many": translate("Errors", "There are {limit} attachments already; “{name}” was not added."),
        "damaged": translate(
            "Errors",
            "“{name}” is not what was stored: its hash differs. Tell the administrator; do not use it.",
        ),
        "unreadable": translate("Errors", "“{name}” could not be read from the disk; nothing was added."),
        "taken": translate(
            "Errors",
            "A colleague took “{name}” from the scanner's folder meanwhile; nothing was registered, and what you"
            " typed is kept.",
        ),
        "no_folder": translate(
            "Errors", "The scanner's folder “{name}” cannot be reached; see whether it is there and shared."
        ),
        "masked": translate(
            "Errors", "This file was erased with the personal data of the petition, whose retention is over."
        ),
    }
    name = shown_name(str(parameters.get("name", "")))
    return fill(sentences[str(parameters["reason"])], name=name, limit=digits(parameters.get("limit", "")))


def _usage(parameters: Parameters) -> str:
    return fill(
        translate("Errors", "The command was not understood: {reason}"), reason=parameters.get("reason", "")
    )


def _no_display(parameters: Parameters) -> str:
    del parameters
    return translate(
        "Errors",
        "There is no display to open a window on; “mosharekat demo --pictures DIR” works without one.",
    )


def _already_open(parameters: Parameters) -> str:
    del parameters
    return translate(
        "Errors",
        "The program is open already but does not answer. Wait a moment and try again; if that does not help, "
        "end it in the task manager and start it again. What was typed is kept.",
    )


def _transfer(parameters: Parameters) -> str:
    return transfer_fault_sentence(str(parameters["reason"]), parameters)


def _backup(parameters: Parameters) -> str:
    return backup_fault_sentence(str(parameters["reason"]), parameters)


def _passphrase(parameters: Parameters) -> str:
    return passphrase_fault_sentence(str(parameters["reason"]), parameters)


def _cancelled(parameters: Parameters) -> str:
    if "done" not in parameters:
        return translate("Errors", "Stopped. Nothing was changed.")
    return fill(
        translate("Errors", "Stopped. {done} were done before and are kept."),
        done=digits(parameters.get("done", 0)),
    )


def _signing(parameters: Parameters) -> str:
    return signing_fault_sentence(str(parameters["reason"]), parameters)


def _update(parameters: Parameters) -> str:
    return update_fault_sentence(str(parameters["reason"]), parameters)


def _full_disk(parameters: Parameters) -> str:
    words = translate("Errors", "The disk of the database “{where}” is full. Tell the administrator.")
    return fill(words, where=isolated(str(parameters.get("where", ""))))


#: What happened, where the usual message says that nothing was changed.
_BROKEN_OFF: Final[dict[str, Callable[[Parameters], str]]] = {
    "database_full": _full_disk,
    "busy": lambda _: translate("Errors", "Others are writing there just now."),
    "too_slow": lambda _: translate("Errors", "The database took too long, so the work was broken off."),
}


_SENTENCES: Final[dict[str, Callable[[Parameters], str]]] = {
    "bad_file": _bad_file,
    "conflict": _conflict,
    "not_permitted": _not_permitted,
    "not_found": _not_found,
    "rule": _rule,
    "invalid_value": _invalid_value,
    "sign_in": _sign_in,
    "database_away": _database_away,
    "busy": _busy,
    "too_slow": _too_slow,
    "database_full": _database_full,
    "outcome_unknown": _outcome_unknown,
    "update": _update,
    "newer_database": _newer_database,
    "older_database": _older_database,
    "machine_settings": _machine_settings,
    "fixed_setting": _fixed_setting,
    "server_only": _server_only,
    "trial_database": _trial_database,
    "not_prepared": _not_prepared,
    "network_share": _network_share,
    "settings": _settings,
    "folder_in_use": _folder_in_use,
    "not_written": _not_written,
    "source_away": _source_away,
    "mail_server": _mail_server,
    "attachment": _attachment,
    "printer": _printer,
    "task_refused": _task_refused,
    "usage": _usage,
    "no_display": _no_display,
    "already_open": _already_open,
    "cancelled": _cancelled,
    "transfer": _transfer,
    "database_file": _database_file,
    "backup": _backup,
    "passphrase": _passphrase,
    "signing": _signing,
}


def _rules() -> Mapping[str, str]:
    return _rules_in(language_in_use().code)


@lru_cache
def _rules_in(language: str) -> Mapping[str, str]:
    return MappingProxyType(in_language(language, _build_rules))


def _build_rules() -> dict[str, str]:
    return statute_rules() | {
        "not_from_this_state": translate(
            "Rules", "This cannot be done in the state that the item is in now."
        ),
        "refer_before_taking": translate(
            "Rules", "It has not been referred to a unit yet; refer it first (R)."
        ),
        "unit_decides_first": translate(
            "Rules", "A unit has it in its hands: it takes it, or gives it back."
        ),
        "too_many": translate("Rules", "There are as many of them as there can be."),
        "draft_is_not_open": translate("Rules", "The draft is not open to comments any more."),
        "words_are_masked": translate(
            "Rules", "The words of this petition were masked; they are no comment any more."
        ),
        "comment_is_decided": translate("Rules", "The comment was decided in the meantime; it stays."),
        "so_already": translate("Rules", "It is so already; nothing was changed."),
        "only_a_letter_has_a_number": translate("Rules", "Only a letter has a number."),
        "text_too_long": translate("Rules", "The text is too long."),
        "in_future": translate("Rules", "The day is still to come."),
        "in_past": translate("Rules", "The day is over."),
        "wrong_days": translate("Rules", "The last day is before the first."),
        "no_such_person": translate("Rules", "Nobody of the staff is meant."),
        "no_such_label": translate("Rules", "There is no such label."),
        "comment_is_hidden": translate("Rules", "The comment is out of sight; show it again first."),
        "needs_second_person": translate("Rules", "A second person has to confirm this role."),
        "second_person_is_another": translate(
            "Rules",
            "Whoever asked for it, and whom it is for, are not the second person; somebody else confirms it.",
        ),
        "clock_second_is_another": translate("Rules", "The second person is somebody else, not you."),
        "clock_needs_second": translate(
            "Rules",
            "Two people of the office confirm the day, the second one with their name and password here.",
        ),
        "clock_is_trusted": translate("Rules", "The clock is in order; there is nothing to confirm."),
        "odd_username": translate("Rules", "The server knows this name for something else; choose another."),
        "not_proposed": translate("Rules", "Nobody asks for this role any more."),
        "proposed_already": translate("Rules", "This role waits for a second person already."),
        "nothing_to_confirm": translate("Rules", "This account waits for nobody any more."),
        "password_not_chosen": translate(
            "Rules",
            "The owner still has the one-time password; when they have chosen their own, it can be confirmed.",
        ),
        "asked_by_another": translate(
            "Rules", "Whoever asked for the role takes it back; you can decline it."
        ),
        "role_held_already": translate("Rules", "The person has this role already."),
        "role_not_held": translate("Rules", "The person does not have this role any more."),
        "no_such_role": translate("Rules", "There is no such role."),
        "no_such_unit": translate("Rules", "The unit is not in use any more."),
        "deputy_for_oneself": translate(
            "Rules", "Nobody makes themself a deputy where a second person is: another administrator does it."
        ),
        "office_needs_a_name": translate("Rules", "The office needs a name."),
        "retention_needs_a_basis": translate("Rules", "A time of retention needs its legal basis."),
        "not_your_role": translate("Rules", "Your role does not allow this here."),
        "text_missing": translate("Rules", "This needs a text; write it first."),
        "not_there_any_more": translate("Rules", "What this refers to is not there any more."),
        "reason_missing": translate("Rules", "This outcome needs a reason for the history."),
        "out_of_range": translate("Rules", "The value is outside of what is allowed."),
        "no_other_words": translate("Rules", "These words are there already; nothing was added."),
        "satisfaction_is_known": translate(
            "Rules", "The petitioner has said already how satisfied they are."
        ),
        "question_is_off": translate("Rules", "The office asks nobody how satisfied they are."),
        "asked_already": translate("Rules", "They were asked about this petition already."),
        "question_not_due": translate("Rules", "The question about this petition is not due."),
        "no_way_to_ask": translate("Rules", "The petitioner left no number or address for the question."),
        "another_question_open": translate(
            "Rules", "Another question to the same number or address waits for its answer."
        ),
        "not_asked": translate("Rules", "Nobody was asked about this petition."),
        "answered_already": translate("Rules", "The question about this petition is answered already."),
        "reopened_since": translate(
            "Rules", "The petition was taken up again after the question; its answer does not count."
        ),
        "question_expired": translate("Rules", "The last day for an answer is over."),
        "no_answer_of_theirs": translate(
            "Rules", "This is no answer from the number or address that was asked about this petition."
        ),
        "letter_needs_a_reply": translate(
            "Rules", "No reply was sent yet: a letter goes out with the reply that resolves the petition."
        ),
        "letter_needs_a_window": translate(
            "Rules", "A letter goes out when the draft stands before the public: it tells the last day."
        ),
        "letter_is_out": translate("Rules", "This letter went out already; it is printed as it went out."),
        "no_number_is_due": translate("Rules", "This paper goes out without a number."),
        "masked_petition": translate(
            "Rules", "The personal data of this petition was masked; no letter goes out any more."
        ),
        "letter_was_masked": translate(
            "Rules", "The personal data of this petition was masked, and its letters were erased with it."
        ),
        "letter_template_is_broken": translate(
            "Rules",
            "The template of this letter names what it does not know, or lacks what it needs; an administrator puts "
            "it right under administration, letters.",
        ),
        "letter_is_damaged": translate(
            "Rules", "The page of this letter is not what went out; restore it from a back-up."
        ),
        "complaint_never_by_assignee": translate(
            "Rules",
            "A complaint is never closed by the clerk who handles it; a colleague or the manager does.",
        ),
        "unit_asks_for_approval": translate(
            "Rules", "Answers of this unit wait for its manager: send the reply for approval."
        ),
        "referral_still_out": translate(
            "Rules",
            "Another unit still holds it for action; it can be resolved when that referral has come back.",
        ),
        "period_is_not_over": translate(
            "Rules", "This period is not over yet; its report can be issued from the day after its last day."
        ),
        "issued_already": translate(
            "Rules", "This report was issued already. A correction is a new edition and says why."
        ),
        "edition_is_not_the_latest": translate(
            "Rules", "There is a newer edition of this report; correct that one."
        ),
        "issued_report_is_damaged": translate(
            "Rules",
            "What is kept of this report is not what was issued: its hash differs. Tell the administrator; do not use"
            " it.",
        ),
        "already_asked": translate("Rules", "It is there already, and no answer has come yet."),
        "referral_is_closed": translate("Rules", "This referral has come back already, or was recalled."),
        "not_to_oneself": translate("Rules", "Nobody refers to themselves."),
        "already_in_this_unit": translate("Rules", "It is in this unit already."),
        "already_registered": translate("Rules", "This item is registered already."),
        "merge_not_taken_back": translate(
            "Rules", "The merge cannot be taken back any more: the label was changed after it."
        ),
        "too_many_codes_held": translate(
            "Rules", "You hold too many codes of forms that are open. Put some of the forms away."
        ),
        "nothing_to_undo": translate(
            "Rules", "There is nothing of yours to take back: somebody built on it."
        ),
        "not_a_clerk_of_the_unit": translate(
            "Rules", "Only an active clerk of the unit can receive it; nobody else sees it there."
        ),
        "too_many_look_ups": translate(
            "Rules", "Too many numbers of nobody were looked up within an hour; it goes on later."
        ),
        "masked_registration": translate(
            "Rules",
            "The personal data of this petition was masked; it is neither corrected nor answered any more.",
        ),
        "subject_missing": translate("Rules", "A petition has a subject: write it."),
        "kind_of_closed": translate(
            "Rules",
            "The kind of a closed petition stays: its deadline and its figures hang on it. Reopen it first.",
        ),
        "complaint_stays": translate(
            "Rules",
            "Whoever handles a complaint does not make it another kind; a colleague or the manager does.",
        ),
        "nobody_to_rename": translate(
            "Rules", "Nobody is on file who sent it: complete the identity instead."
        ),
        "nothing_corrected": translate("Rules", "Nothing changes by that: it stands there already."),
        "no_retention": translate(
            "Rules", "No retention is set: an administrator enters its years and basis first."
        ),
        "retention_changed": translate(
            "Rules", "The rule of retention was changed meanwhile; what was masked stays so. Count again."
        ),
        "not_due_yet": translate("Rules", "It is not long enough ago that it was resolved."),
        "held_back": translate("Rules", "It is kept back by a label, or by something open that hangs on it."),
        "notice_gets_no_reply": translate(
            "Rules",
            "Its sender's identity is incomplete: a notice gets no reply. Complete the identity first.",
        ),
        "only_a_notice_is_noted": translate(
            "Rules", "Only a notice, whose sender's identity is incomplete, is closed as noted."
        ),
        "no_notice": translate("Rules", "It is no notice: its identity is complete."),
        "identity_incomplete": translate(
            "Rules", "Fields of the identity are still missing that the office requires. Nothing was changed."
        ),
        "notice_not_told": translate(
            "Rules",
            "The identity is incomplete. Tell the caller that no reply is given, and mark that you did.",
        ),
        "labelled_already": translate("Rules", "It has this label already."),
        "not_labelled": translate("Rules", "It does not have this label."),
        "label_exists": translate("Rules", "There is a label with this name already."),
        "point_missing": translate(
            "Rules", "A required point of the checklist is not ticked yet: “{point}”."
        ),
        "not_its_point": translate("Rules", "This point is not on the checklist of this petition any more."),
        "ticked_already": translate("Rules", "This point is ticked already."),
        "not_ticked": translate("Rules", "This point is not ticked."),
        "label_is_retired": translate("Rules", "This label is retired; choose another one."),
        "duplicates_one_by_one": translate(
            "Rules", "Duplicates are closed one by one: each names the one that it repeats."
        ),
        "has_it_already": translate("Rules", "This clerk has it already."),
        "waiting_one_by_one": translate(
            "Rules", "It waits for the petitioner; go on with it first, or close it by itself."
        ),
        "duplicate_of_itself": translate(
            "Rules", "An item is not a duplicate of itself; give the other one's tracking code."
        ),
        "outcome_not_offered": translate(
            "Rules", "The office does not offer this outcome any more; choose another one."
        ),
        "outcomes_run_out": translate(
            "Rules", "At least one outcome with an answer and one without have to stay offered."
        ),
        "first_administrator_exists": translate("Rules", "The first administrator exists already; sign in."),
        "unit_holds_petitions": translate(
            "Rules",
            "The unit still holds {count} open petitions, or owes them an answer. Refer them to other units first.",
        ),
        "own_password_is_changed": translate(
            "Rules", "One's own password is not reset: change it, with the old one."
        ),
        "no_recovery_code": translate("Rules", "There is no recovery code for this database."),
        "recovery_code_wrong": translate(
            "Rules", "This is not the recovery code. Compare it with the paper; the try was recorded."
        ),
        "recovery_waits": translate(
            "Rules",
            "After several wrong codes the next one is taken in {count} minutes; this one was not looked at.",
        ),
        "recovery_on_one_pc": translate(
            "Rules",
            "Recovery codes are for a database on one PC. Here the administrator sets a new password.",
        ),
        "disabled_is_not_locked": translate(
            "Rules", "The account is disabled, not locked: let it sign in again."
        ),
        "deputy_of_oneself": translate("Rules", "Nobody is their own deputy."),
        "nobody_administers_as_deputy": translate(
            "Rules", "Administration is not delegated: give the person the role instead."
        ),
        "nothing_to_delegate": translate(
            "Rules", "The absent person has no such role there, so there is nothing to delegate."
        ),
        "deputy_needs_a_role": translate(
            "Rules", "A deputy has to be a clerk, legal reviewer or manager in their own right."
        ),
        "deputy_already": translate("Rules", "This person is the deputy on some of these days already."),
        "not_a_duplicate": translate("Rules", "This petition is no duplicate of another one."),
        "only_the_manager_gives_back": translate(
            "Rules", "Only the manager of the unit gives a clerk's petition back to the unit."
        ),
        "no_such_administrator": translate(
            "Rules", "Among the accounts that came with the data no administrator has this user name."
        ),
        "last_administrator": translate(
            "Rules", "The last administrator can be neither disabled nor demoted."
        ),
        "instrument_is_finished": translate(
            "Rules", "This document is finished; it takes no more revisions."
        ),
        "not_answered": translate(
            "Rules", "The last summing-up does not have the decision on this comment; its sender is not told."
        ),
        "answer_told_already": translate("Rules", "A message told this answer already, or none shall."),
        "told_already": translate("Rules", "The sender of this comment was told already."),
        "cannot_be_reached": translate("Rules", "The sender of this comment left nothing to be reached by."),
        "message_is_off": translate(
            "Rules", "Messages of this way are off until an administrator switches them on."
        ),
        "same_text_as_last_revision": translate(
            "Rules", "The text is the same as the last revision; nothing was added."
        ),
        "nothing_since_publication": translate(
            "Rules", "No revision came after the one that the public read."
        ),
        "not_between_the_two": translate(
            "Rules", "The revision in between has to stand between the published and the final one."
        ),
        "instrument_has_no_text": translate(
            "Rules", "The document has no text yet; import its first revision."
        ),
        "set_up_too_early": translate("Rules", "There is nothing to confirm yet; add the first one."),
        "sample_into_empty_only": translate(
            "Rules", "Sample data goes into an empty database only; this one holds petitions."
        ),
        "needs_an_account": translate(
            "Rules", "Marks belong to a person: sign in with an account of your own."
        ),
        "not_the_last_revision": translate(
            "Rules",
            "A newer revision exists. Compare with the last one, so that nothing of it is undone unseen.",
        ),
        "merge_has_questions": translate(
            "Rules", "Some questions of the merge are open. Answer them, then save; nothing was saved yet."
        ),
        "choice_without_a_place": translate(
            "Rules",
            "A choice has no place in the text: its words were not taken, or another wording changed them."
            " Take it back, then save.",
        ),
        "thread_is_newer": translate(
            "Rules", "The annotation was made on a later revision than the one shown."
        ),
        "file_of_another_revision": translate(
            "Rules", "The file has another text than the older revision; choose the file of that revision."
        ),
        "word_author_missing": translate("Rules", "A comment of the file has no author."),
        "already_there": translate(
            "Rules", "A comment of the file came in meanwhile; nothing was taken in. Read the file again."
        ),
    }


def _reasons() -> dict[str, str]:
    return {
        "empty": translate("Reasons", "The field “{field}” is empty."),
        "too_long": translate("Reasons", "The field “{field}” is too long."),
        "too_many_lines": translate("Reasons", "The field “{field}” has more than {value} lines."),
        "no_word": translate("Reasons", "There is no word in “{value}” to look for."),
        "too_many": translate("Reasons", "The field “{field}” holds too many."),
        "source_taken": translate("Reasons", "Another source is there already: {value}."),
        "folders_overlap": translate(
            "Reasons",
            "The folder of the source “{value}” is the same one, or one of the two lies in the other; each source has"
            " its own.",
        ),
        "no_such_column_field": translate("Reasons", "There is no such field: {value}."),
        "twice": translate("Reasons", "There is a rule for this kind and channel already; change that one."),
        "handed_on_twice": translate(
            "Reasons", "A macro refers, ends or archives once: one of these steps is too many."
        ),
        "no_such_date": translate("Reasons", "There is no such date: {value}."),
        "not_a_date": translate("Reasons", "“{value}” is not a date; write it like 1405/09/03."),
        "not_days": translate(
            "Reasons",
            "“{value}” is not a span of days; write “last week”, “Mehr 1405” or “1 to 15 Aban”.",
        ),
        "not_a_coming_day": translate(
            "Reasons", "“{value}” is not a day; write “tomorrow”, “Saturday”, “in 3 days” or 1405/09/03."
        ),
        "day_is_past": translate("Reasons", "This day is past: {value}."),
        "days_reversed": translate("Reasons", "The first day is after the last one: {value}."),
        "no_such_month": translate("Reasons", "“{value}” is not a month; write it like 1405-08."),
        "ten_digits": translate("Reasons", "A national ID has ten digits."),
        "check_digit": translate("Reasons", "The check digit of the field “{field}” is wrong: {value}."),
        "mobile_form": translate("Reasons", "A mobile number has eleven digits and begins with 09: {value}."),
        "web_form": translate(
            "Reasons", "This is not an address of the web (https://…, without spaces): {value}."
        ),
        "email_form": translate("Reasons", "This is not an e-mail address: {value}."),
        "trial_form": translate("Reasons", "This is neither an e-mail address nor a mobile number: {value}."),
        "recovery_code_form": translate(
            "Reasons",
            "A recovery code has {minimum} letters and digits. Compare what you typed with the paper.",
        ),
        "username_form": translate(
            "Reasons", "A user name has 2 to 59 small Latin letters, digits, dots or dashes."
        ),
        "password_short": translate("Reasons", "The password has at least {minimum} characters."),
        "reason_missing": translate("Rules", "This outcome needs a reason for the history."),
        "out_of_range": translate("Reasons", "The field “{field}” is out of range."),
        "twelve_digits": translate("Reasons", "A tracking code has twelve digits."),
        "in_future": translate("Reasons", "The date {value} is still to come."),
        "control_characters": translate(
            "Reasons", "The field “{field}” holds control characters that cannot be kept."
        ),
        "in_past": translate("Reasons", "The field “{field}” names a day that is over."),
        "unknown_variable": translate(
            "Reasons", "There is no “{value}” to put in; known are name, code, date, unit and clerk."
        ),
        "no_message_variable": translate(
            "Reasons", "There is no variable “{value}” in this message; choose one of the list."
        ),
        "no_such_variable": translate(
            "Reasons", "There is no variable “{value}” in this letter; choose one of the list."
        ),
        "message_needs_variable": translate(
            "Reasons", "The text of this message needs “{value}”: without it nobody can follow it up."
        ),
        "needs_variable": translate(
            "Reasons", "The text of this letter needs “{value}”: without it the letter does not say it."
        ),
        "not_known_here": translate(
            "Reasons", "Nothing is known of this petition to put in the place of “{value}”."
        ),
        "loose_brace": translate(
            "Reasons", "A curly bracket in the field “{field}” belongs to no variable; open and close it."
        ),
        "unknown_place": translate(
            "Reasons", "There is no “{value}” in a number; known are year, yy, number and number:05."
        ),
        "pattern_form": translate(
            "Reasons", "A number has the year once and the number once, with a sign between them: {value}."
        ),
        "code_form": translate(
            "Reasons", "A code has Latin letters, digits, dots, dashes or strokes, 30 at most: {value}."
        ),
        "same_password": translate("Reasons", "The new password is the old one; choose another."),
        "unknown": translate("Reasons", "The field “{field}” has a value that is not known: {value}."),
    }
