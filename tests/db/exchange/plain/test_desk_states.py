"""Records of a desk as plain values: named by uid, each part with its number and its key."""

from __future__ import annotations

from db.exchange.plain.desk_states import DeskStates
from db.record_types import Ref
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def test_a_part_has_its_number_and_the_key_it_is_known_by(small: Small) -> None:
    states = DeskStates(sql_of(small.store.reader), small.lens, lambda table, key: f"{table} {key}")
    munir = states.of_ids("person", [small.munir.id])[small.munir.id]
    assert (munir["id"], munir["uid"]) == (small.munir.id, small.munir.uid)
    [name], [tenure] = munir["names"], munir["tenures"]
    assert name["key"] == f"name {name['id']}"
    assert "key" not in tenure and tenure["uid"] == small.munir.tenures[0].uid
    assert tenure["office"]["uid"] == small.army.offices[0].uid
    pact = states.of_ids("agreement", [small.pact.id])[small.pact.id]
    assert pact["parties"][0]["actions"][0]["signatory"]["uid"] == small.munir.uid


def test_what_the_lens_hides_is_not_there(small: Small) -> None:
    states = DeskStates(sql_of(small.store.reader), small.lens.__class__("2025-09-15", 0))
    munir = states.of_ids("person", [small.munir.id])[small.munir.id]
    assert "notes" not in munir
    [source] = states.sources([each["source"] for each in munir["citations"]]).values()
    assert source["title"] == "An article"


def test_a_record_that_is_gone_is_still_known_by_its_uid(small: Small) -> None:
    small.store.remove([small.call.id], small.lens)
    states = DeskStates(sql_of(small.store.reader), small.lens)
    assert states.uids.uid(Ref(small.call.id)) == small.call.uid
