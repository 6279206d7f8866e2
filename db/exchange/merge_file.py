"""A file merged into the open desk: another copy of it, a bundle, or a courier; the command and the
window ask.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from db.errors import Refused
from db.exchange.bundle.bundle_file import is_bundle
from db.exchange.courier.courier_file import is_courier
from db.exchange.courier.courier_merge import merge_courier
from db.exchange.desks.exchanges import catch_up, setting_of
from db.exchange.desks.merge_desks import merge_desk, other_desk
from db.exchange.desks.merge_report import NEWER, Decisions, MergeReport
from db.lens import HIGHEST, Lens
from db.progress import Progress
from db.store import Store


def merge_file(
    store: Store,
    path: Path,
    lens: Lens,
    *,
    passphrase: str = "",
    decisions: Decisions | None = None,
    preview: bool = False,
    progress: Progress | None = None,
) -> MergeReport:
    """Merge a file as one change; the file is left as it is. Raises as `merge_desk` does."""
    chosen = decisions or Decisions()
    if is_courier(path):
        return merge_courier(
            store, path, lens, passphrase, decisions=chosen, preview=preview, progress=progress
        )
    if is_bundle(path) and chosen.rule == NEWER:
        raise Refused(f"{path.name} is a bundle, which does not say when each value was written;"
                      " choose mine, theirs, or decide one by one.")  # fmt: skip
    with other_desk(store, path, passphrase, progress) as other:
        before = store.reader.last_change()
        report = merge_desk(
            store, other, lens, decisions=chosen, preview=preview, progress=progress, name=path.name
        )
        if not preview and report.is_whole and lens.ceiling >= HIGHEST:
            _count_couriers(store, other, before)
    return report


def _count_couriers(store: Store, other: Store, before: int) -> None:
    """Count what the other desk sent by couriers as taken in, since all it has was."""
    last = store.reader.last_change()
    with closing(store.new_connection()) as sql, closing(other.new_connection()) as theirs:
        caught_up = catch_up(sql, theirs, last, last if last > before else None)
    for exchange in caught_up:
        store.keep_setting(*setting_of(exchange))
