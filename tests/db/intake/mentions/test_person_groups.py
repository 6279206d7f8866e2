"""All mentions of a person are one, and an office alone means its holder."""

from __future__ import annotations

import pytest

from db.intake.mentions.person_groups import name_keys
from tests.db.intake.marked_texts import document, events, people


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("President Donald Trump spoke. Trump left. President Trump came.", 1),
        ("Dr. S. Jaishankar spoke. Subrahmanyam Jaishankar left.", 1),
        ("President Xi Jinping spoke. Xi left.", 1),
        ("General Imran Khan spoke. Minister Ali Khan left.", 2),
        ("Gen. Michael E Kurilla spoke. Gen. Michael Erik Kurilla left.", 1),
    ],
)
def test_mentions_are_grouped(text: str, count: int) -> None:
    assert len(people(text)) == count


def test_an_office_alone_means_its_holder() -> None:
    whole = document(
        "Chief of Army Staff (COAS) Field Marshal Asim Munir spoke. The army chief left. COAS came."
    )
    marks = [mark for each in whole.sentences for mark in each.marks() if mark.kind == "person"]
    assert {mark.entity.name for mark in marks} == {"Asim Munir"}
    assert all(any(mark.kind == "person" for mark in each.marks()) for each in whole.sentences)


def test_a_person_at_home_has_the_datelines_state() -> None:
    (person,) = document("Islamabad: Foreign Minister Ishaq Dar spoke.").people.people
    assert person.country == "pk" and person.offices[0].country == "pk"


def test_particles_do_not_count() -> None:
    assert name_keys("Abdullah bin Zayed Al Nahyan") == ("abdullah", "zayed", "nahyan")


VISIT = " The Uzbek leader's state visit to Seoul was in June last year."
LEADERS = [
    ("President Shavkat Mirziyoyev of Uzbekistan spoke." + VISIT, {"Shavkat Mirziyoyev"}),
    ("President Shavkat Mirziyoyev of Uzbekistan and Uzbek Prime Minister Abdulla Aripov spoke."
     + VISIT, {"Uzbekistan"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "visitors"), LEADERS)
def test_a_leader_named_by_a_people_is_the_one_head_in_the_text(
    text: str, visitors: set[str]
) -> None:
    (visit,) = [each for each in events(text) if each[0] == "visit"]
    assert visit[3] == visitors
