"""Texts of routing rules: a rule as a sentence, its problems, and the result of a trial."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.routing.book import RuleRow
from desktop_app.petitions.routing.checking import Findings
from desktop_app.petitions.routing.rules import Conditions, Consequence, RuleDefinition
from desktop_app.petitions.routing.trial import RoutingTrial
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label


def rule_sentence(when: Conditions, then: Consequence, unit: str, labels: Sequence[str]) -> str:
    """Returns for example «اگر نوع شکایت است و متن «مجوز نشر» دارد ← اداره کتاب، فوری»."""
    template = translate("Routing", "If {conditions} → {consequence}")
    return fill(template, conditions=_conditions(when), consequence=_consequence(then, unit, labels))


def _conditions(when: Conditions) -> str:
    made = [
        fill(words, what=_one_of([label(family, value) for value in sorted(values)]))
        for words, family, values in (
            (translate("Routing", "the kind is {what}"), "kind", when.kinds),
            (translate("Routing", "it came by {what}"), "channel", when.channels),
            (translate("Routing", "the sender is {what}"), "group", when.groups),
        )
        if values
    ]
    if when.about:
        made.append(fill(translate("Routing", "it is about {what}"), what=_one_of(_quoted(when.about))))
    if when.words:
        made.append(fill(translate("Routing", "the text has {what}"), what=_one_of(_quoted(when.words))))
    return translate("Routing", " and ").join(made) or translate("Routing", "whatever it is")


def _consequence(then: Consequence, unit: str, labels: Sequence[str]) -> str:
    made = [unit]
    if then.urgency is not None:
        made.append(label("urgency", then.urgency.value))
    made.extend(fill(translate("Routing", "label “{name}”"), name=visible_controls(name)) for name in labels)
    return translate("Window", ", ").join(made)


def _quoted(phrases: Iterable[str]) -> list[str]:
    return [fill(translate("History", "“{word}”"), word=visible_controls(one)) for one in phrases]


def _one_of(words: Sequence[str]) -> str:
    return translate("Routing", " or ").join(words)


def row_sentence(row: RuleRow) -> str:
    """Returns the sentence of a stored rule."""
    return rule_sentence(row.rule.when, row.rule.then, row.unit_name, row.label_names)


def mark_of(row: RuleRow, findings: Findings) -> str:
    """Returns the text of its chip in the list; empty without a problem."""
    if not row.active:
        return translate("Routing", "Off")
    if not row.unit_active:
        return translate("Routing", "Its unit is retired")
    if row.id in findings.dead:
        return translate("Routing", "Never its turn")
    if any(row.id in pair for pair in findings.conflicts):
        return translate("Routing", "Contradicts")
    return ""


def trouble_of(row: RuleRow, findings: Findings, rows: Mapping[int, RuleRow]) -> str:
    """Returns the problems of a rule as sentences; empty without a problem."""
    told = []
    if row.active and not row.unit_active:
        told.append(translate("Routing", "The unit is retired: this rule sends nothing there."))
    before = findings.dead.get(row.id)
    if before:
        words = translate("Routing", "It never comes to its turn: {rules} before it take all of these.")
        told.append(fill(words, rules=_names(before, rows)))
    first = [earlier for earlier, later in findings.conflicts if later == row.id]
    if first:
        words = translate("Routing", "{rules} before it send some of these elsewhere.")
        told.append(fill(words, rules=_names(first, rows)))
    last = [later for earlier, later in findings.conflicts if earlier == row.id]
    if last:
        words = translate("Routing", "It takes some of the petitions that {rules} behind it are meant for.")
        told.append(fill(words, rules=_names(last, rows)))
    return "\n".join(told)


def _names(numbers: Iterable[int], rows: Mapping[int, RuleRow]) -> str:
    template = translate("Routing", "“{name}” ({place})")
    return translate("Window", ", ").join(
        fill(template, name=visible_controls(rows[n].rule.name), place=digits(rows[n].place))
        for n in numbers
        if n in rows
    )


def trial_words(
    trial: RoutingTrial,
    rule: RuleDefinition,
    rules: Sequence[RuleDefinition],
    units: Mapping[int, str],
    *,
    span: str,
    partly: bool,
) -> str:
    """Returns what the tried rule would have done, compared with where the petitions went.

    `span` names the months tried; `partly` says that the person does not see all their petitions.
    """
    moved = trial.moved[rule.id]
    targets = {one.id: one.then.unit_id for one in rules}
    other = trial.differing(targets, rule.id)
    lines = [
        fill(
            translate("Routing", "Of {total} petitions of {month} this rule would have moved {moved}."),
            total=digits(trial.total), month=span, moved=digits(moved),
        )
    ]  # fmt: skip
    if moved and not other:
        lines.append(translate("Routing", "All of these went there anyway."))
    elif moved:
        anyway = translate("Routing", "{same} went there anyway, {other} are elsewhere:")
        lines.append(fill(anyway, same=digits(moved - other), other=digits(other)))
    nobody = translate("Routing", "not routed yet")
    for (number, unit), count in trial.against.most_common():
        if number == rule.id and unit != rule.then.unit_id:
            where = units.get(unit, "") if unit is not None else nobody
            lines.append(fill(translate("Routing", "{unit}: {count}"), unit=where, count=digits(count)))
    waits = translate("Routing", "With all rules in force, {count} of them would wait for a person.")
    lines.append(fill(waits, count=digits(trial.unrouted)))
    if partly:
        lines.append(translate("Routing", "Only petitions that you see were tried."))
    return "\n".join(lines)
