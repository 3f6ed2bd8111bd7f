"""The texts on folds and gaps, in the language in use. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.comparison.labelling import ARTICLE, provision_title, range_ends
from desktop_app.comparison.result import Comparison, ProvisionPlace, ProvisionStatus
from desktop_app.wording import fill, translate
from ui.widgets.comparison_view.labels import isolated
from ui.widgets.comparison_view.rows import Fold, Row, ShownSides, UnchangedGap
from ui.widgets.comparison_view.tables import is_table


def fold_title(comparison: Comparison, fold: Fold, rows: Sequence[Row]) -> tuple[str, str]:
    """Returns the number of folded provisions, and which ones.

    Filtered changes and spelling differences are named as such, and not counted as unchanged.
    """
    hidden = rows[fold.first : fold.end]
    run = [comparison.entries[row.entry] for row in hidden]
    left = fold.moved is ShownSides.DEPARTURE
    places = [(entry.old or entry.new) if left else (entry.new or entry.old) for entry in run]
    articles = [place for place in places if place and place.label and ARTICLE.match(place.label)]
    named = articles or [place for place in places if place and place.label]
    tail = [_range(named)] if named else []
    if fold.filtered and fold.hidden > fold.filtered:
        tail.append(fill(translate("Comparison", "{n} changes outside the filter"), n=fold.filtered))
    if fold.moved is not None:
        head = _moved_along(len(articles), len(run))
    elif fold.filtered == fold.hidden:
        head = fill(translate("Comparison", "{n} changes outside the filter"), n=fold.filtered)
    elif fold.spelling == fold.hidden:
        head = fill(translate("Comparison", "{n} spelled otherwise"), n=fold.spelling)
    else:
        head = _unchanged(comparison, hidden, fold)
        if fold.spelling:
            tail.append(fill(translate("Comparison", "{n} spelled otherwise"), n=fold.spelling))
    return head, translate("Comparison", " · ").join(tail)


def gap_title(gap: UnchangedGap) -> str:
    """Returns the text on a gap."""
    if gap.opened:
        if gap.rows:
            return fill(translate("Comparison", "Fold {n} rows without a change"), n=gap.rows)
        return fill(translate("Comparison", "Fold {n} words without a change"), n=gap.words)
    if gap.rows:
        return fill(translate("Comparison", "… {n} rows without a change …"), n=gap.rows)
    return fill(translate("Comparison", "… {n} words without a change …"), n=gap.words)


def _moved_along(articles: int, provisions: int) -> str:
    if articles:
        return fill(translate("Comparison", "{n} articles moved along"), n=articles)
    return fill(translate("Comparison", "{n} provisions moved along"), n=provisions)


def _unchanged(comparison: Comparison, hidden: Sequence[Row], fold: Fold) -> str:
    """Returns the number of unchanged articles, table rows, paragraphs or provisions of a run."""
    if fold.filtered:
        left = fold.hidden - fold.filtered - fold.spelling
        return fill(translate("Comparison", "{n} provisions without a change"), n=left)
    same = [row for row in hidden if comparison.entries[row.entry].status is not ProvisionStatus.ORTHOGRAPHIC]
    entries = [comparison.entries[row.entry] for row in same]
    labels = [place.label for entry in entries if (place := entry.new or entry.old) and place.label]
    articles = sum(ARTICLE.match(label) is not None for label in labels)
    if articles:
        return fill(translate("Comparison", "{n} articles without a change"), n=articles)
    if all(is_table(comparison, row) for row in same):
        return fill(translate("Comparison", "{n} rows without a change"), n=len(same))
    if not labels:
        return fill(translate("Comparison", "{n} paragraphs without a change"), n=len(same))
    return fill(translate("Comparison", "{n} provisions without a change"), n=len(same))


def _range(places: Sequence[ProvisionPlace]) -> str:
    first, last = provision_title(places[0]), provision_title(places[-1])
    if len(places) == 1 or first == last:
        return first
    first, last = range_ends(first, last)
    if len(places) == 2:
        return fill(translate("Comparison", "{first} and {last}"), first=isolated(first), last=isolated(last))
    return fill(translate("Comparison", "{first} to {last}"), first=isolated(first), last=isolated(last))
