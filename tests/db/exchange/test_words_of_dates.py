"""What a cell says of a date that cannot be read, or ends before it begins, stays on the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Store
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import bring_in

NOTES = "SELECT text FROM note ORDER BY id"
REMARKS = "SELECT note FROM tenure ORDER BY id"
# kind, heading, row, the words kept, and where
CASES = [
    ("people", "name,country,born", "Ana Ruiz,Peru,03/04/1950", "born: 03/04/1950", NOTES),
    ("people", "name,country,born", "Ana Ruiz,Peru,in the war", "born: in the war", NOTES),
    ("people", "name,country,born,died", "Ana Ruiz,Peru,1960,1950", "died: 1950", NOTES),
    ("people", "name,country,office,organization,from,to", "Ana Ruiz,Peru,Chair,Mint,2005,2001",
     "to: 2001", REMARKS),
    ("people", "name,organization,from,to", "Ana Ruiz,Mint,some time,2001", "from: some time",
     "SELECT note FROM link WHERE note<>''"),
    ("organizations", "name,country,founded", "Mint,Peru,after the war", "founded: after the war",
     NOTES),
    ("organizations", "name,founded,dissolved", "Mint,1960,1950", "dissolved: 1950", NOTES),
    ("offices", "title,organization,created,abolished", "Chair,Mint,1960,1950",
     "Chair, abolished: 1950", NOTES),
    ("tenures", "person,office,organization,from,to", "Ana Ruiz,Chair,Mint,after the war,2003",
     "from: after the war", REMARKS),
    ("agreements", "title,signed,parties", "Trade Treaty,03/04/1950,Peru", "signed: 03/04/1950",
     NOTES),
    ("agreements", "title,signed,terminated", "Trade Treaty,1960-01-02,1950", "terminated: 1950",
     NOTES),
    ("events", "title,start,end", "Fish talks,1960,1950", "end: 1950", NOTES),
    ("events", "title,start,end", "Fish talks,one day in May,1950", "start: one day in May", NOTES),
]  # fmt: skip
OTHER = {
    "people": "Luis Paz", "organizations": "High Court", "offices": "Clerk,Mint",
    "tenures": "Luis Paz,Clerk,Mint", "agreements": "Air Treaty,1951-02-03", "events": "Visit,1951",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "heading", "row", "words", "where"), CASES)
def test_the_words_are_kept_with_the_heading_and_told(
    store: Store, tmp_path: Path, kind: str, heading: str, row: str, words: str, where: str
) -> None:
    other = OTHER[kind] + "," * (heading.count(",") - OTHER[kind].count(","))
    text = f"{heading}\n{row}\n{other}\n"
    fields = "".join(f'{each}={{column="{each}",create=true}}\n' for each in heading.split(","))
    map_text = f'kind="{kind}"\n[fields]\n{fields}'
    report = bring_in(store, tmp_path, text, map_text=map_text)
    assert report.created[kind] == 2 and not report.rejected
    assert any(words.endswith(f": {each['value']}") for each in report.flagged)
    kept = [row[0] for row in sql_of(store).rows(where)]
    assert [each for each in kept if each] == [words]
    again = bring_in(store, tmp_path, text, map_text=map_text)
    assert (again.created[kind], again.updated[kind]) == (0, 0)
    assert [row[0] for row in sql_of(store).rows(where)] == kept


def test_the_day_of_a_party_s_act_is_kept_with_its_party(store: Store, tmp_path: Path) -> None:
    map_text = 'kind="agreements"\n[fields]\ntitle="t"\nparty="who"\nparty_signed="when"\n'
    text = "t,who,when\nPact,Peru,after the war\nPact,Chile,1950\n"
    bring_in(store, tmp_path, text, map_text=map_text)
    assert [row[0] for row in sql_of(store).rows(NOTES)] == ["Peru, when: after the war"]
