"""Which record of the same name a row means when no identifier tells; placing asks.

Nothing is guessed: the record must be of the same country and not be known otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from db.exchange.placing.drafts import RowDraft
from db.exchange.placing.resolve import SINGULAR, Match, RecordResolver
from db.record_types import Organization, Person, Record

Reading = Callable[[int], Record]


def find_namesake(draft: RowDraft, kind: str, desk: RecordResolver, read: Reading) -> Match | None:
    """Return the one record that a draft's name leads to; `read` gives a record whole."""
    candidates = [
        each
        for each in alike(draft, kind, desk)
        if not any(desk.other_identifier(each.id, *key) for key in draft.keys)
    ]
    if not candidates:
        return None
    record = draft.record
    namesakes = [
        each
        for each in candidates
        if _born_alike(each, record, read)
        and not (draft.is_namesake and desk.tally.has_mention(kind, each.id))
    ]
    sure = [each for each in namesakes if not draft.is_wary or _is_sure(each, record, read)]
    if len(sure) == 1:
        if sure[0].id not in desk.work.created:
            desk.tally.flag(
                f"“{record.title}” was taken to be the record of this name and country that is"
                " already on the desk."
            )
        return sure[0]
    if namesakes:
        records = "1 record is" if len(namesakes) == 1 else f"{len(namesakes)} records are"
        desk.tally.flag(f"{records} called “{record.title}”; the row was added as another.")
    return None


def alike(draft: RowDraft, kind: str, desk: RecordResolver) -> list[Match]:
    """Return the records of the same name that may be of the same country."""
    found = draft.same_name
    if found is None:
        found = desk.find_by_name(SINGULAR[kind], draft.title)
    return _of_its_country(draft, kind, found) if found else found


def strangers(
    drafts: Iterable[tuple[int, RowDraft]], kind: str, desk: RecordResolver
) -> Iterator[int]:
    """Yield those of the same records that were on the desk before this import."""
    by_name: dict[str, list[Match]] = {}
    for _, draft in drafts:
        if not draft.same_name:
            continue
        form = draft.search_form
        found = by_name.get(form)
        if found is None:
            found = [each for each in draft.same_name if not desk.has_made(each.id)]
            by_name[form] = found
        if found:
            yield from (each.id for each in _of_its_country(draft, kind, found))


def _of_its_country(draft: RowDraft, kind: str, found: list[Match]) -> list[Match]:
    country = draft.country
    if kind == "organizations" and not country:
        return found
    return [each for each in found if each.country == country]


def _born_alike(found: Match, record: Record, read: Reading) -> bool:
    if not isinstance(record, Person) or record.born is None:
        return True
    other = read(found.id)
    return not isinstance(other, Person) or other.born in (None, record.born)


def _is_sure(found: Match, record: Record, read: Reading) -> bool:
    """Say whether more than the name speaks for it: the country, the day of birth, or that nobody
    has yet said who it is. Parties of many countries are called Independent or Green Party.
    """
    if isinstance(record, Organization) and record.country:
        return True
    other = read(found.id)
    if not other.identifiers:
        return True
    return (
        isinstance(record, Person)
        and isinstance(other, Person)
        and bool(
            record.born and record.born == other.born and record.born.first == record.born.last
        )
    )
