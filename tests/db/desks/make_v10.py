"""Makes `v10.desk.sql`, a desk of format 10 as text; run once, while the program writes format 10.

An agreement lies in it with all that the law asked for then: days, terms, acts of its parties and
what it replaces, after one that was deleted. python -m tests.db.desks.make_v10
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Agreement, AgreementLink, HistoricalDate, Lens, Party, PartyAction, Ref, Store
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v10.desk.sql")
LENS = Lens("2025-09-15")
PACT, OLDER = "Pact of Steel Trade", "Older Pact"
TERMS = {"duration": "10 years", "renewal": "tacit", "notice_period": "6 months"}


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 10:
        raise SystemExit("This program no longer writes format 10; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        put_agreements(small.store)
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def put_agreements(store: Store) -> None:
    """Put an agreement with terms, parties, acts and a predecessor into a desk."""
    gone = Agreement(title="Pact that was deleted", in_force_clause="on signature", **TERMS)
    store.save(gone, LENS)
    store.remove([gone.id], LENS)
    older = Agreement(title=OLDER)
    store.save(older, LENS)
    state = next(
        Ref(line.id, line.title, "organization")
        for line in store.reader.lines(store.reader.all_ids("organization", LENS, "name"), LENS)
    )
    acts = [
        PartyAction(action="signed", date=HistoricalDate.parse("2020-01-01"), date_of="act"),
        PartyAction(action="reservation", note="Not Article 5."),
    ]
    pact = Agreement(
        title=PACT,
        provisional=HistoricalDate.parse("2020-02"),
        in_force=HistoricalDate.parse("2020-03-01"),
        in_force_clause="On the first day of the third month.",
        registration="UNTS 54321",
        parties=[Party(who=state, actions=acts)],
        agreement_links=[AgreementLink(nature="replaces", other=Ref(older.id))],
        **TERMS,
    )
    store.save(pact, LENS)


if __name__ == "__main__":
    main()
