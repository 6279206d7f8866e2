"""The clock of agreements on a desk: through the lens, from records and rows alike."""

from __future__ import annotations

import pytest

from db import (
    Agreement,
    HistoricalDate,
    Lens,
    Organization,
    Party,
    PartyAction,
    Ref,
    Refused,
    Store,
)
from db.law.acts import EVER, NEVER
from db.lists.law.agreement_clock import (
    PLAIN_ACT,
    clock_of,
    facts_of,
    law_days,
    party_stages,
    read_facts,
)
from db.storage.id_lists import LISTED
from tests.db.desk_sql import sql_of

RULES = {"in_force_rule": "2 deposits + 90 days", "withdrawal_rule": "1 year"}


def date(text: str) -> HistoricalDate:
    return HistoricalDate.parse(text)


def state(store: Store, name: str, marking: int = 0) -> Ref:
    body = Organization(title=name, kind="state", marking=marking)
    store.save(body, Lens())
    return Ref(body.id, name, "organization")


def act(words: str, **more: object) -> PartyAction:
    kind, _, day = words.rpartition(" ")
    return PartyAction(action=kind, date=date(day), **more)  # type: ignore[arg-type]


@pytest.fixture
def pact(store: Store) -> Agreement:
    """Two states have ratified, one has signed."""
    kenya, togo, mali = (state(store, name) for name in ("Kenya", "Togo", "Mali"))
    agreement = Agreement(
        title="Pact",
        concluded=date("2017-09-20"),
        laterality="multilateral",
        parties=[
            Party(who=kenya, actions=[act("ratified 2019-01-01")]),
            Party(who=togo, actions=[
                act("ratified 2020-10-24"),
                act("territorial extension 2021-01-01", territory="Aruba"),
                act("objection 2021-01-01", towards=kenya, text="Not so."),
            ]),
            Party(who=mali, actions=[act("signed 2017-09-20")]),
        ],
        **RULES,
    )  # fmt: skip
    store.save(agreement, Lens())
    return agreement


def test_rows_and_records_are_one_agreement_to_the_clock(store: Store, pact: Agreement) -> None:
    whole = store.reader.get(pact.id, Lens())
    assert isinstance(whole, Agreement)
    read = read_facts(sql_of(store), [pact.id], Lens())[pact.id]
    acts = [[each._replace(text="") for each in party.acts] for party in facts_of(whole).parties]
    assert [list(party.acts) for party in read.parties] == acts
    assert [party.id for party in read.parties] == [
        each.who.id for each in whole.parties if each.who
    ]
    assert clock_of(read, "2021-06-01").answer() == clock_of(facts_of(whole), "2021-06-01").answer()


def test_the_clock_tells_status_parties_and_what_is_due(store: Store, pact: Agreement) -> None:
    found = store.reader.clock(pact.id, Lens("2021-01-21"))
    assert (found["status"], found["in_force"], found["missing"]) == (
        "not in force", "2021-01-22", None,
    )  # fmt: skip
    assert found["due"] == [{"day": "2021-01-22", "what": "Entry into force"}]
    found = store.reader.clock(pact.id, Lens("2021-01-22"))
    told = {each["party"]: (each["status"], each["since"]) for each in found["parties"]}
    assert told == {
        "Kenya": ("in force", "2021-01-22"),
        "Togo": ("in force", "2021-01-22"),
        "Mali": ("not a party", None),
    }


def test_what_lacks_is_told_and_what_would_happen(store: Store, pact: Agreement) -> None:
    lens = Lens("2020-01-01")
    assert store.reader.clock(pact.id, lens)["missing"] == "1 more ratification, then 90 days"
    found = store.reader.clock(pact.id, lens, "Mali ratifies 1 March 2020")
    assert (found["in_force"], found["missing"]) == ("2020-05-30", None)
    with pytest.raises(Refused, match="who does what when"):
        store.reader.clock(pact.id, lens, "Mali dances")


def test_a_hidden_party_counts_for_nothing_below_its_marking(store: Store) -> None:
    kenya, secret = state(store, "Kenya"), state(store, "Hidden Land", 3)
    acts = [act("ratified 2019-01-01")]
    agreement = Agreement(
        title="Pact", parties=[Party(who=kenya, actions=acts), Party(who=secret, actions=acts)],
        **RULES,
    )  # fmt: skip
    store.save(agreement, Lens())
    assert store.reader.clock(agreement.id, Lens("2022-01-01"))["status"] == "in force"
    below = store.reader.clock(agreement.id, Lens("2022-01-01", 2))
    assert below["status"] == "not in force"
    assert "Hidden Land" not in str(below)


def test_an_agreement_may_wait_for_another(store: Store) -> None:
    first = Agreement(title="Sales Convention", reference="CISG", in_force=date("2000-01-01"))
    store.save(first, Lens())
    other = Agreement(
        title="Limitation Convention",
        concluded=date("1990-01-01"),
        in_force_rule="signature, and in force: CISG",
    )
    store.save(other, Lens())
    assert store.reader.clock(other.id, Lens("1999-12-31"))["status"] == "not in force"
    found = store.reader.clock(other.id, Lens("2000-01-01"))
    assert (found["status"], found["in_force"]) == ("in force", "2000-01-01")
    store.remove([first.id], Lens())
    assert store.reader.clock(other.id, Lens())["missing"] == "CISG in force"


def test_how_far_it_goes_for_a_party(store: Store, pact: Agreement) -> None:
    facts = read_facts(sql_of(store), [pact.id], Lens())[pact.id]
    kenya, _, mali = (party.id for party in facts.parties)
    assert party_stages(facts, [kenya], "2022-01-01") == {"in force"}
    assert party_stages(facts, [mali], "2022-01-01") == {"signed"}
    assert party_stages(facts, [], "2022-01-01") == set()


def test_days_of_entry_and_of_end_may_be_computed(store: Store, pact: Agreement) -> None:
    facts = read_facts(sql_of(store), [pact.id], Lens())[pact.id]
    assert law_days(facts, "in-force", "2022-01-01") == ("2021-01-22", "2021-01-22")
    assert law_days(facts, "terminated", "2022-01-01") == (None, None)
    assert EVER < 0 < NEVER


FOUND = (
    ("party:Kenya status:in-force", True),
    ("party:Mali status:in-force", False),
    ("party:Mali status:signed", True),
    ("party:Kenya status:signed", False),
    ("status:in-force", True),
    ("bound:Kenya", True),
    ("bound:Mali", False),
    ("-bound:Mali", True),
    ("in-force:2021", True),
    ("in-force:2020", False),
    ("terminated:2021", False),
    ("type:agreement", True),
    ("place:Geneva", False),
    ("depositary:Switzerland", False),
)


@pytest.mark.parametrize(("query", "is_found"), FOUND)
def test_filters_answer_from_the_clock(
    store: Store, pact: Agreement, query: str, is_found: bool
) -> None:
    from db import parse_query

    ids = store.reader.page("agreement", parse_query(query), Lens("2022-01-01")).ids
    assert (pact.id in ids) == is_found


def test_the_acts_of_one_agreement_are_found_by_it(store: Store) -> None:
    plan = sql_of(store).rows(
        "EXPLAIN QUERY PLAN SELECT action FROM party_action"
        f" WHERE record_id IN ({LISTED}) AND {PLAIN_ACT} ORDER BY party_id, position",
        ("[1]",),
    )
    assert "ix_party_action_record_id" in plan[0][-1]
