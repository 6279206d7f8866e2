"""Tables that were written, or taken from public files, before anybody saw what becomes of them:
each becomes the records that a careful officer makes, or one question.

`tables/` holds them. A table begins with `# name | kind | records | name of the file`, or with
`# name | asked` where one is asked; `|` parts its cells. Below stand records: `= title :: facts`;
`flagged=` is a part of what must be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from db import KINDS, PLURALS, Refused, Store, import_files, make_desk, open_desk
from tests.db.exchange.test_lists_of_officers import LENS, facts_of

_FACT = re.compile(r"(\w+)=(.*?)(?= \w+=|$)")
_HOLDERS = {"people", "tenures"}


class SightCase(NamedTuple):
    name: str
    kind: str
    count: int
    file: str
    rows: list[str]
    records: dict[str, str]


def _cases() -> Iterator[SightCase]:
    for path in sorted((Path(__file__).parent / "tables").glob("*.txt")):
        case = SightCase("", "", 0, "", [], {})
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# "):
                name, kind, *rest = map(str.strip, line[2:].split("|"))
                count = next((int(each) for each in rest if each.isdigit()), 0)
                file = next((each for each in rest if not each.isdigit()), "list")
                case = SightCase(name, kind, count, file, [], {})
                yield case
            elif line.startswith("= "):
                title, _, facts = line[2:].partition("::")
                case.records[title.strip()] = facts.strip()
            else:
                case.rows.append(line)


CASES = list(_cases())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A desk for all tables; what one of them brought is taken back."""
    path = tmp_path_factory.mktemp("tables") / "tables.desk"
    make_desk(path, name="Tables")
    store = open_desk(path)
    yield store
    store.close()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_table_nobody_has_seen_becomes_true_records_or_a_question(
    shared: Store, tmp_path: Path, case: SightCase
) -> None:
    path = tmp_path / f"{case.file}.csv"
    path.write_text("\n".join(case.rows).replace("|", "\t") + "\n", encoding="utf-8")
    if case.kind == "asked":
        with pytest.raises(Refused):
            import_files(shared, [path], LENS)
        return
    report = import_files(shared, [path], LENS)
    try:
        made = next(iter(report.created))
        assert made == case.kind or {made, case.kind} <= _HOLDERS
        assert not case.count or report.created[case.kind] == case.count
        kind = "people" if case.kind in _HOLDERS else case.kind
        singular = next(each for each in KINDS if PLURALS[each] == kind)
        ids = shared.reader.all_ids(singular, LENS, "title")
        found = {each.title: facts_of(each)
                 for each in shared.reader.records(singular, ids, LENS).values()}  # fmt: skip
        told = " ".join(each["why"] for each in report.flagged)
        for title, says in case.records.items():
            expected = dict(_FACT.findall(says))
            assert expected.pop("flagged", "") in told
            assert {name: found[title].get(name, "") for name in expected} == expected
    finally:
        shared.revert(shared.reader.last_change())
