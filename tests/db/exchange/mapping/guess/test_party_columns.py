"""One row per party, a list of parties in a cell, or a column for each of them."""

from __future__ import annotations

from tests.db.exchange.mapping.guess.tables import guess, sources

ACTS = (
    "Contracting Party;Treaty;Signature Date;Instrument Type;Instrument Date;Entry Into Force Date"
    "|Peru;Treaty on Rivers;2010-05-03;Ratification;2011-01-01;2012-01-01"
    "|Chile;Treaty on Rivers;2010-05-03;Accession;2011-02-01;2012-02-01"
)


def test_the_act_of_a_party_is_taken_from_its_column_with_its_date() -> None:
    made = guess(ACTS)
    assert made.one_per_party
    assert sources(made) == {
        "title": "Treaty",
        "party": "Contracting Party",
        "party_act": "Instrument Type",
        "party_signed": "Signature Date",
        "party_in_force": "Entry Into Force Date",
    }
    assert made.fields["party_act"][0].date == "Instrument Date"


def test_what_is_called_the_treatys_stays_the_treatys() -> None:
    made = guess(ACTS.replace("Signature Date", "Treaty signature date"))
    assert sources(made)["signed"] == "Treaty signature date"


def test_where_no_title_repeats_a_column_of_states_is_of_parties() -> None:
    table = "Treaty;State;Signed|Rivers Treaty;Peru;2010|Lakes Treaty;Chile;2011"
    made = guess(table)
    assert not made.one_per_party and sources(made)["parties"] == "State"
