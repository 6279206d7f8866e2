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


def test_a_visit_of_last_year_takes_no_outcome_of_the_talks_told_of() -> None:
    text = (
        "Uzbek President Shavkat Mirziyoyev met Korean Minister Ahn Duk-geun on Monday."
        " The sides discussed agreements reached during the Uzbek leader's state visit to Seoul in"
        " June last year. Mirziyoyev praised the growth of trade."
    )
    events = {each.fields.type: each.fields for each in proposals(text).events}
    assert events["visit"].participants == ("Shavkat Mirziyoyev",)
    assert events["visit"].outcome == ()
    assert [each.kind for each in events["meeting"].outcome] == ["", "view"]
