"""`intake`: what the contract says of it, with proposals that a test hands it."""

from __future__ import annotations

import io
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from db import Lens, open_desk
from db.intake import desk_reading
from db.intake.proposals import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    PersonFields,
    Proposal,
    Proposals,
    ProposedOffice,
    ProposedValue,
    TextNote,
)
from tests.desktop.commands.conftest import Command

TEXT = "Ishaq Dar telephoned Sergei Orlov. FWO signed a MoU with USSM."
CALL, SIGNED = "Ishaq Dar telephoned Sergei Orlov.", "FWO signed a MoU with USSM."
KEYS = {"fields", "sentence", "start", "end", "match", "confidence", "ticked"}


def read(text: str, published: date | None, _known: object) -> Proposals:
    """What a text of these two sentences proposes."""
    if TEXT not in text:
        return Proposals(notes=(TextNote("This part is Urdu.", 0, 4),))
    dar = PersonFields("Ishaq Dar", country="pk", offices=(ProposedOffice("Foreign Minister"),))
    orlov = PersonFields("Sergei Orlov", country="ru")
    fwo = OrganizationFields("Frontier Works Organization", "FWO")
    value = ProposedValue("500000000", "USD", "about")
    pact = AgreementFields("MoU of FWO", "memorandum of understanding", "signed", ("FWO",), "ore",
                           value, "2025-09")  # fmt: skip
    call = EventFields("call", published.isoformat() if published else None,
                       ("Ishaq Dar", "Sergei Orlov"), ("pk", "ru"), "", "held")  # fmt: skip
    return Proposals(
        (_proposal(dar, CALL, 0.95), _proposal(orlov, CALL, 0.3)),
        (_proposal(fwo, SIGNED, 0.8),),
        (_proposal(pact, SIGNED, 0.9),),
        (_proposal(call, CALL, 0.9),),
    )


def _proposal(fields: Any, sentence: str, confidence: float) -> Proposal[Any]:
    start = TEXT.index(sentence)
    return Proposal(fields, sentence, start, start + len(sentence), confidence)


@pytest.fixture(autouse=True)
def _reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_reading, "read", read)


@pytest.fixture
def desk(command: Command, tmp_path: Path) -> Path:
    path = tmp_path / "sample.desk"
    command("new", path, "--sample")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(f"Dar calls Orlov\n{TEXT}", encoding="utf-8")
    return path


def test_the_json_is_that_of_the_contract(command: Command, desk: Path, article: Path) -> None:
    outcome = command("intake", desk, article, "--published", "2025-09-15", "--json")
    assert outcome.status == 0
    data = outcome.data
    assert {"people", "organizations", "agreements", "events"} <= set(data)
    for rows in (data["people"], data["organizations"], data["agreements"], data["events"]):
        assert all(set(row) >= KEYS for row in rows)
    dar, orlov = data["people"]
    assert dar["fields"]["country"] == "PK"
    assert dar["fields"]["offices"][0]["title"] == "Foreign Minister"
    assert dar["match"] is not None
    assert (orlov["match"], orlov["ticked"], orlov["may_be"]) == (None, False, [])
    assert data["organizations"][0]["match"] is not None
    value = data["agreements"][0]["fields"]["value"]
    assert value == {"amount": "500000000", "currency": "USD", "qualifier": "about"}
    call = data["events"][0]["fields"]
    assert (call["date"], call["countries"]) == ("2025-09-15", ["PK", "RU"])


def test_nothing_is_written_without_accept(command: Command, desk: Path, article: Path) -> None:
    before = desk.read_bytes()
    assert command("intake", desk, article, "--published", "2025-09-15", "--read-only").status == 0
    assert desk.read_bytes() == before
    refused = command("intake", desk, article, "--accept", "--read-only")
    assert refused.status == 3


def test_accept_writes_what_is_ticked_as_one_change_and_the_second_time_nothing(
    command: Command, desk: Path, article: Path
) -> None:
    asked = ("intake", desk, article, "--published", "2025-09-15", "--accept", "--json")
    first = command(*asked).data
    assert first["change"] is not None
    history = command("history", desk, "--limit", "1", "--json").data
    assert "Intake of Dar calls Orlov" in str(history)
    again = command(*asked).data
    assert again["change"] is None
    assert [len(again[kind]) for kind in ("organizations", "agreements", "events")] == [0, 0, 0]
    with open_desk(desk, read_only=True) as store:
        (key,) = [k for k, title in store.reader.sources("Dar calls", Lens()) if title]
        kept = store.reader.source(key, Lens())
    assert kept is not None
    assert kept.text == article.read_text(encoding="utf-8")
    assert command("revert", desk, str(first["change"])).status == 0
    assert command(*asked).data["change"] is not None


def test_the_day_of_a_letter_is_its_own(command: Command, desk: Path, tmp_path: Path) -> None:
    letter = EmailMessage()
    letter["Subject"], letter["Date"] = "A cable", "Mon, 15 Sep 2025 10:00:00 +0200"
    letter.set_content(TEXT)
    path = tmp_path / "cable.eml"
    path.write_bytes(bytes(letter))
    data = command("intake", desk, path, "--json").data
    assert data["events"][0]["fields"]["date"] == "2025-09-15"


def test_a_text_is_read_from_a_pipe(
    command: Command, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Piped:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr("sys.stdin", Piped)
    outcome = command("intake", desk, "-", "--json", "--published", "2025-09-15")
    assert [row["fields"]["name"] for row in outcome.data["people"]] == [
        "Ishaq Dar",
        "Sergei Orlov",
    ]


def test_people_are_told_what_is_proposed_and_where_it_stands(
    command: Command, desk: Path, article: Path
) -> None:
    said = command("intake", desk, article, "--published", "2025-09-15").out
    assert "[x] Ishaq Dar (on the desk): Ishaq Dar telephoned Sergei Orlov." in said
    assert "[ ] Sergei Orlov (new)" in said


def test_remarks_on_the_text_are_told(command: Command, desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "urdu.txt"
    path.write_text("اسحاق ڈار", encoding="utf-8")
    assert "This part is Urdu." in command("intake", desk, path, "--published", "2025-09-15").out


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "cannot be read"),
        ("empty.txt", b"", "holds no text"),
        ("bad.pdf", b"%PDF-1.4", "cannot be read"),
        ("bad.docx", b"PK\x03\x04", "is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    command: Command, desk: Path, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    outcome = command("intake", desk, path, "--published", "2025-09-15")
    assert outcome.status == 3
    assert says in outcome.err


def test_a_day_that_is_none_is_refused(command: Command, desk: Path, article: Path) -> None:
    outcome = command("intake", desk, article, "--published", "2025")
    assert (outcome.status, "is not one day" in outcome.err) == (3, True)


def test_a_missing_day_is_told(command: Command, desk: Path, article: Path) -> None:
    assert "No day of publication" in command("intake", desk, article, "--json").err
