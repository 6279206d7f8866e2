"""What was undertaken and held is kept with its speaker, apart from what happened."""

from __future__ import annotations

from tests.db.intake.marked_texts import proposals


def test_undertakings_and_views_have_their_speakers() -> None:
    text = (
        "President William Ruto met President Donald Trump on Monday."
        " President Ruto reaffirmed support for peace. President Trump agreed to resume flights."
    )
    (event,) = proposals(text).events
    assert [(each.kind, each.speaker) for each in event.fields.outcome] == [
        ("view", "William Ruto"),
        ("undertaking", "Donald Trump"),
    ]
    assert text[event.fields.outcome[0].start :].startswith("President Ruto reaffirmed")
