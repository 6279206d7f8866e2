"""What is wrong with a desk is told in sentences, whatever it is."""

from __future__ import annotations

import pytest

from db import Attachment, Lens
from tests.db.conftest import Small

DAMAGE = [
    ("DELETE FROM person WHERE id = 3", "have lost their own row"),
    ("UPDATE participant SET who_id = 999", "names a row of record that is not there"),
    ("UPDATE blob SET data = x'00'", "is not what was attached"),
    ("DELETE FROM blob", "The bytes of 1 attachments are missing"),
    ("DELETE FROM fts_person", "The full text of 1 records"),
    ("UPDATE record SET title = 'Other' WHERE id = 3", "does not say what the records say"),
]


@pytest.mark.parametrize(("statement", "says"), DAMAGE, ids=[says for _, says in DAMAGE])
def test_each_fault_is_told(small: Small, statement: str, says: str) -> None:
    person = small.fresh(small.munir)
    person.attachments = [Attachment(file_name="a", data=b"bytes")]
    small.store.save(person, small.lens)
    assert small.store.verify() == []
    small.store._sql.run("PRAGMA foreign_keys = OFF")
    small.store._sql.run(statement)
    assert any(says in said and said.endswith(".") for said in small.store.verify())


def test_full_text_is_made_anew(small: Small) -> None:
    small.store._sql.run("DELETE FROM fts_person")
    small.store.rebuild()
    assert small.store.verify() == []
    assert small.store.reader.count("person", Lens()) == 1
