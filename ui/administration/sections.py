"""The sections of the administration: their groups, names and panels, and who has which."""

from __future__ import annotations

from typing import Final

from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate
from ui.administration.archiving_panel import ArchivingPanel
from ui.administration.arrived_panel import ArrivedPanel
from ui.administration.checklists_panel import ChecklistsPanel
from ui.administration.closures_panel import ClosuresPanel
from ui.administration.confirmations_panel import ConfirmationsPanel
from ui.administration.database_panel import DatabasePanel
from ui.administration.deputies_panel import DeputiesPanel
from ui.administration.hand_over_panel import HandOverPanel
from ui.administration.history_panel import HistoryPanel
from ui.administration.identity_panel import IdentityPanel
from ui.administration.improvements_panel import ImprovementsPanel
from ui.administration.intake_panel import IntakePanel
from ui.administration.labels_panel import LabelsPanel
from ui.administration.letters_panel import LettersPanel
from ui.administration.messages_panel import MessagesPanel
from ui.administration.office_panel import OfficePanel
from ui.administration.outbox_panel import OutboxPanel
from ui.administration.outcomes_panel import OutcomesPanel
from ui.administration.retention_panel import RetentionPanel
from ui.administration.routing_panel import RoutingPanel
from ui.administration.services_panel import ServicesPanel
from ui.administration.set_up.panel import SetUpPanel
from ui.administration.sources_panel import SourcesPanel
from ui.administration.staff_panel import StaffPanel
from ui.administration.tasks_panel import TasksPanel
from ui.administration.templates_panel import TemplatesPanel
from ui.administration.units_panel import UnitsPanel
from ui.administration.windows_panel import WindowsPanel

#: The section of the checklist.
SET_UP: Final = "set_up"
#: Sections of managers without administrator role.
_OF_MANAGERS: Final = ("hand_over", "improvements", "outbox")
#: Additional sections for managers of the whole office.
_OF_WHO_TAKES_IN: Final = ("intake", "arrived", "confirmations")
#: Sections with a list, to which rows can be added.
WITH_LIST: Final = (
    UnitsPanel,
    StaffPanel,
    DeputiesPanel,
    ClosuresPanel,
    TemplatesPanel,
    ServicesPanel,
    ImprovementsPanel,
    RoutingPanel,
    SourcesPanel,
    IdentityPanel,
    ChecklistsPanel,
)
_Listed = (
    UnitsPanel
    | StaffPanel
    | DeputiesPanel
    | ClosuresPanel
    | TemplatesPanel
    | ServicesPanel
    | ImprovementsPanel
    | RoutingPanel
    | SourcesPanel
    | IdentityPanel
    | ChecklistsPanel
)
Section = (
    _Listed
    | ConfirmationsPanel
    | IntakePanel
    | ArrivedPanel
    | LabelsPanel
    | OutcomesPanel
    | LettersPanel
    | MessagesPanel
    | OutboxPanel
    | HandOverPanel
    | OfficePanel
    | ArchivingPanel
    | RetentionPanel
    | HistoryPanel
    | TasksPanel
    | DatabasePanel
    | WindowsPanel
    | SetUpPanel
)
#: A caption, and its sections: name, title and panel.
SectionsOfGroup = tuple[str, list[tuple[str, str, type[Section]]]]


def sections_of(actor: Actor) -> list[SectionsOfGroup]:
    """Returns the groups with the sections of a person: all of them for an administrator, a few for a manager."""
    administers = actor.has(Role.ADMINISTRATOR)
    found = (*_OF_MANAGERS, *(_OF_WHO_TAKES_IN if None in actor.managed_units else ()))
    return [
        (caption, [section for section in sections if administers or section[0] in found])
        for caption, sections in _groups()
    ]


def _groups() -> tuple[SectionsOfGroup, ...]:
    """Returns all sections by group."""
    return (
        (
            translate("Administration", "People"),
            [
                ("units", translate("Administration", "Units"), UnitsPanel),
                ("staff", translate("Administration", "Staff"), StaffPanel),
                ("deputies", translate("Administration", "Deputies"), DeputiesPanel),
                ("hand_over", translate("Administration", "A leaver's work"), HandOverPanel),
                ("confirmations", translate("Confirmations", "Waits for confirmation"), ConfirmationsPanel),
            ],
        ),
        (
            translate("Administration", "Work"),
            [
                ("intake", translate("Intake", "Handed in"), IntakePanel),
                ("sources", translate("Sources", "Sources"), SourcesPanel),
                ("arrived", translate("Tracing", "Taken in"), ArrivedPanel),
                ("outbox", translate("Outbox", "Messages to petitioners"), OutboxPanel),
                ("routing", translate("Routing", "Routing rules"), RoutingPanel),
                ("improvements", translate("Improvements", "Improvement actions"), ImprovementsPanel),
                ("services", translate("Catalogue", "Subjects"), ServicesPanel),
                ("labels", translate("Administration", "Labels"), LabelsPanel),
                ("outcomes", translate("Administration", "Outcomes"), OutcomesPanel),
                ("checklists", translate("Checklist", "Checklists"), ChecklistsPanel),
            ],
        ),
        (
            translate("Administration", "Texts"),
            [
                ("templates", translate("Administration", "Saved replies"), TemplatesPanel),
                ("letters", translate("LettersPanel", "Letters"), LettersPanel),
                ("messages", translate("Outbox", "Messages"), MessagesPanel),
            ],
        ),
        (
            translate("Administration", "Rules"),
            [
                ("closures", translate("Administration", "Holidays"), ClosuresPanel),
                ("windows", translate("Administration", "Windows"), WindowsPanel),
                ("identity", translate("Notices", "Required identity"), IdentityPanel),
                ("archiving", translate("Archiving", "Archive"), ArchivingPanel),
                ("retention", translate("Retention", "Retention"), RetentionPanel),
                ("office", translate("Administration", "Settings of the office"), OfficePanel),
            ],
        ),
        (
            translate("Administration", "System"),
            [
                ("tasks", translate("Tasks", "Scheduled tasks"), TasksPanel),
                (SET_UP, translate("SetUp", "Setting the program up"), SetUpPanel),
                ("history", translate("Administration", "History"), HistoryPanel),
                ("database", translate("Administration", "Database"), DatabasePanel),
            ],
        ),
    )
