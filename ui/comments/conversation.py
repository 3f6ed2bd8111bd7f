"""The staff threads on a provision's text and on its comments, as one list. Makes no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.instruments.annotations.service import AnnotationSubject
from desktop_app.instruments.annotations.threads import ThreadRow
from desktop_app.instruments.comments.review import CommentedProvision, Review
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.comments.staff_threads import StaffThread, ThreadSubject
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.services import CommentsServices
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.comments.provision_text import AnnotatedPhrase
from ui.widgets.comment_sender import sender

#: A thread on the exposed text, or on a comment or campaign group.
Thread = ThreadRow | StaffThread
_LONGEST_QUOTE = 80


def about_of(comment: CommentRow) -> ThreadSubject:
    """Returns the subject of a thread on a row: the comment, or the campaign group that the row represents."""
    group = comment.stands_for
    return ThreadSubject(comment_id=comment.id) if group is None else ThreadSubject(campaign_id=group.id)


def threads_at(review: Review, part: CommentedProvision, comment: CommentRow | None) -> tuple[Thread, ...]:
    """Returns the threads of a provision: open ones first, each on the comment, on the text, then on others."""
    chosen = about_of(comment) if comment is not None else None
    of_text: list[Thread] = [one for one in review.text_threads if _is_at(one, part)]
    of_comments: list[Thread] = []
    if review.comment_threads:
        # Sets, because this runs on every selection change and a provision may have thousands of comments.
        single = {one.id for one in part.comments}
        groups = {one.campaign for one in part.comments} - {None}
        of_comments = [
            one
            for one in review.comment_threads
            if one.about.comment_id in single or one.about.campaign_id in groups
        ]
    found = [*of_text, *of_comments]

    def place(thread: Thread) -> tuple[bool, int]:
        first = isinstance(thread, StaffThread) and thread.about == chosen
        kind = 0 if first else 1 if isinstance(thread, ThreadRow) else 2
        return thread.status is not ThreadStatus.OPEN, kind

    return tuple(sorted(found, key=place))


def annotated_phrases(review: Review | None, part: CommentedProvision) -> tuple[AnnotatedPhrase, ...]:
    """Returns the words of a provision on which staff have open threads; those of its whole text are left out."""
    if review is None or part.place is None:
        return ()
    found: list[AnnotatedPhrase] = []
    for thread in review.text_threads:
        if thread.status is not ThreadStatus.OPEN or not _is_at(thread, part) or thread.start is None:
            continue
        end = thread.end or thread.start
        phrase = AnnotatedPhrase(max(thread.start - part.begin, 0), end - part.begin, thread.kind.value)
        whole = thread.about is AnnotationSubject.PROVISION
        if not whole and phrase.start < phrase.end <= len(part.text):
            found.append(phrase)
    return tuple(found)


def _is_at(thread: ThreadRow, part: CommentedProvision) -> bool:
    """Whether a thread belongs to a part. A thread without a place in the text belongs to the part without a
    place."""
    if part.place is None:
        return part.known and thread.start is None
    return thread.start is not None and part.place[0] <= thread.start < part.place[1]


def thread_words(thread: Thread, review: Review) -> str:
    """Returns a thread as text: subject, status, assignee and messages."""
    status = label("thread_status", thread.status.value)
    if thread.outcome is not None:
        status = f"{status} ({label('thread_outcome', thread.outcome.value)})"
    assignee = thread.assignee_name if isinstance(thread, ThreadRow) else thread.assignee
    given = fill(translate("Comments", "for {name}"), name=assignee) if assignee else ""
    parts = (label("thread_kind", thread.kind.value), about_words(thread, review), status, given)
    head = translate("Comments", ", ").join(filter(None, parts))
    words = translate("Comments", "{name}, {day}: {words}")
    said = (
        fill(
            words,
            name=one.author_name,
            day=day_and_month(tehran_day(one.at)),
            words=visible_controls(one.text),
        )
        for one in thread.messages
    )
    return "\n".join((head, *said))


def about_words(thread: Thread, review: Review) -> str:
    """Returns for example «دربارهٔ متن «یک سال»» or «دربارهٔ نظر علی موسوی»."""
    if isinstance(thread, ThreadRow):
        quote = " ".join(thread.quote.split())
        short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]} …"
        return fill(translate("Comments", "on the text “{words}”"), words=visible_controls(short))
    group = review.campaigns.get(thread.about.campaign_id or 0)
    if group is not None:
        words = translate("Comments", "on {n} comments with one text")
        return fill(words, n=group.senders.submissions)
    found = next((one for one in review.comments if one.id == thread.about.comment_id), None)
    name = sender(found) if found is not None else ""
    return fill(translate("Comments", "on the comment of {name}"), name=name)


@dataclass(frozen=True, slots=True)
class Conversing:
    """Operations on both kinds of threads, for the exposed revision of an instrument."""

    services: CommentsServices
    actor: Actor
    instrument_id: int
    exposed: int

    def open_on_text(
        self, part: CommentedProvision, kind: ThreadKind, words: str, assignee_id: int | None
    ) -> object:
        """Opens a thread on the whole provision; the provision must have a place in the text."""
        assert part.place is not None
        start, end = part.place
        return self.services.annotations.annotate(
            self.actor, self.instrument_id, self.exposed, start, end, kind, words,
            about=AnnotationSubject.PROVISION, assignee_id=assignee_id,
        )  # fmt: skip

    def open_on_comment(
        self, about: ThreadSubject, kind: ThreadKind, words: str, assignee_id: int | None
    ) -> object:
        """Opens a thread on a comment or a campaign group."""
        return self.services.staff_threads.open(self.actor, about, kind, words, assignee_id=assignee_id)

    def reply(self, thread: Thread, words: str) -> object:
        """Adds a message to a thread."""
        if isinstance(thread, ThreadRow):
            return self.services.annotations.reply(self.actor, thread.id, self.exposed, words)
        return self.services.staff_threads.reply(self.actor, thread.id, words)

    def give(self, thread: Thread, assignee_id: int | None) -> object:
        """Assigns a thread to a person, or to nobody (None)."""
        if isinstance(thread, ThreadRow):
            service = self.services.annotations
            return service.assign(self.actor, thread.id, thread.version, self.exposed, assignee_id)
        return self.services.staff_threads.assign(self.actor, thread.id, thread.version, assignee_id)

    def settle(self, thread: Thread, outcome: ThreadOutcome) -> object:
        """Resolves a thread with an outcome."""
        if isinstance(thread, ThreadRow):
            service = self.services.annotations
            return service.resolve(self.actor, thread.id, thread.version, self.exposed, outcome)
        return self.services.staff_threads.resolve(self.actor, thread.id, thread.version, outcome)

    def reopen(self, thread: Thread) -> object:
        """Reopens a resolved thread."""
        if isinstance(thread, ThreadRow):
            return self.services.annotations.reopen(self.actor, thread.id, thread.version, self.exposed)
        return self.services.staff_threads.reopen(self.actor, thread.id, thread.version)
