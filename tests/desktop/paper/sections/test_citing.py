"""Sources are numbered once, in their order, and back the fields they are cited for."""

import pytest

from db import Citation, HistoricalDate, Source
from desktop.paper.content.blocks import plain
from desktop.paper.sections.citing import (
    MAX_PASSAGE_LETTERS,
    MAX_PASSAGES,
    Citing,
    Sources,
    shorten_passage,
)

PRESS = Source(id=1, title="Readout", publisher="Foreign Office")
WIRE = Source(id=2, title="Wire report", url="https://example.org/wire")


def cited(source: Source, field: str = "", **more: str) -> Citation:
    return Citation(source=source, field=field, **more)


def test_a_source_cited_twice_has_one_number() -> None:
    citing = Citing([cited(WIRE, "born"), cited(PRESS, "born"), cited(WIRE, "died")])
    assert len(citing.sources) == 2
    assert citing.notes("born") == (1, 2)
    assert citing.notes("died") == (1,)
    assert citing.notes("country") == ()


def test_two_new_sources_are_told_apart_by_their_titles() -> None:
    one, other = Source(title="One"), Source(title="Other")
    assert Citing([cited(one), cited(other), cited(Source(title="One"))]).sources == (1, 2)


def test_a_line_without_a_source_stands_as_it_is() -> None:
    citing = Citing([cited(PRESS, "born")])
    assert citing.mark("1950", "died") == "1950"
    marked = citing.mark("1950", "born")
    assert [run.note for run in marked if run.note is not None] == [1]


def test_a_dispute_shows_every_citation_of_its_field() -> None:
    held = cited(PRESS, "tenures", passage="minister")
    against = cited(WIRE, "tenures", passage="former minister", stance="disputes")
    citing = Citing([held, cited(PRESS, "born"), against])
    assert citing.disputed_fields() == {"tenures": (held, against)}


@pytest.mark.parametrize(
    ("citation", "text"),
    [
        (cited(PRESS), "“Readout”, Foreign Office."),
        (
            cited(WIRE, "in_force", passage="in force"),
            "“Wire report”. Entry into force: “in force”. https://example.org/wire",
        ),
        (
            cited(PRESS, "born", passage="b. 1950", confidence="likely", stance="disputes"),
            "“Readout”, Foreign Office. Born: “b. 1950” (likely, disputes this).",
        ),
        (
            cited(PRESS, "born", confidence="doubtful"),
            "“Readout”, Foreign Office. Born: doubtful.",
        ),
        (cited(Source(id=3)), "Source without a title."),
        (
            cited(Source(id=4, title="Note", published=HistoricalDate.parse("May 2025"))),
            "“Note”, May 2025.",
        ),
    ],
)
def test_an_endnote_tells_source_field_passage_and_doubt(citation: Citation, text: str) -> None:
    ((number, line),) = Citing([citation]).register.endnotes().rows
    assert (number, plain(line)) == (1, text)


def test_a_long_passage_is_cut_between_words() -> None:
    cut = shorten_passage("word " * 400)
    assert len(cut) <= MAX_PASSAGE_LETTERS + 1
    assert cut.endswith("word…")


def test_what_others_say_stands_under_their_names_and_the_same_only_once() -> None:
    register = Sources()
    Citing([cited(PRESS, "born", passage="b. 1950")], register)
    for _ in range(2):
        register.take([cited(PRESS, "start", passage="in July", confidence="likely")], "Call")
    register.take([cited(PRESS, "outcome", passage="agreed"), cited(WIRE)], "Call")
    told = [plain(line) for _, line in register.endnotes().rows]
    assert told == [
        "“Readout”, Foreign Office. Born: “b. 1950”."
        "\nCall: Date: “in July” (likely). Outcome: “agreed”.",
        "“Wire report”. https://example.org/wire",
    ]


def test_passages_of_thousands_of_records_are_counted_beyond_the_most() -> None:
    register = Sources()
    for number in range(MAX_PASSAGES + 7):
        register.take([cited(PRESS, passage=f"passage {number}")], f"Call {number}")
    register.take([cited(PRESS, "born", passage="its own")])
    ((_, line),) = register.endnotes().rows
    told = plain(line)
    assert f"passage {MAX_PASSAGES - 1}" in told
    assert f"passage {MAX_PASSAGES}”" not in told
    assert "its own" in told
    assert told.endswith("7 more passages stand on the sheets of their records.")
