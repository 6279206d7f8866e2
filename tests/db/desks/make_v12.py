"""Makes `v12.desk.sql`, a desk of format 12 as text; run once, while the program writes format 12.

An agreement with a sum of unknown precision lies in it, after one that was deleted: what a check
asks of, and what has no day until which it could be signed. python -m tests.db.desks.make_v12
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db import Agreement, Amount, HistoricalDate, Lens, Store
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN

KEPT = Path(__file__).with_name("v12.desk.sql")
LENS = Lens("2025-09-15")
LOAN, GONE = "Loan Agreement", "Loan that was deleted"


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 12:
        raise SystemExit("This program no longer writes format 12; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        put_loans(small.store)
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def put_loans(store: Store) -> None:
    """Put a loan into a desk, and one that is deleted again."""
    gone = Agreement(title=GONE, in_force_rule="signature", duration="10 years")
    store.save(gone, LENS)
    store.remove([gone.id], LENS)
    loan = Agreement(
        title=LOAN,
        concluded=HistoricalDate.parse("2020-01-01"),
        amounts=[Amount(number="5000000", currency="USD")],
    )
    store.save(loan, LENS)


if __name__ == "__main__":
    main()
