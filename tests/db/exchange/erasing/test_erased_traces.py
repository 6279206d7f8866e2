"""Traces go where the record alone left them, and stay where others need them."""

from __future__ import annotations

import json

from db import Attachment, Citation, PrintedDocument, Record, Source, keep_view
from db.exchange.erasing import erased_traces
from db.traces.naming_lines import naming_records
from db.traces.record_texts import RecordTexts, gather_texts
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def share(small: Small, first: Record, second: Record) -> None:
    """Let two records cite one source, bear one topic and have one file."""
    one, other = small.fresh(first), small.fresh(second)
    one.citations = [Citation(source=Source(title="Shared source"))]
    one.topics = other.topics = ["shared topic"]
    one.attachments = [Attachment(file_name="a.txt", data=b"shared"),
                       Attachment(file_name="b.txt", data=b"own")]  # fmt: skip
    small.store.save(one, small.lens)
    fresh = small.fresh(first)
    other.citations = [Citation(source=fresh.citations[0].source)]
    other.attachments = [Attachment(file_name="c.txt", data=b"shared")]
    small.store.save(other, small.lens)


def test_what_another_record_has_as_well_stays(small: Small) -> None:
    share(small, small.munir, small.pact)
    store, sql = small.store, sql_of(small.store)
    texts = gather_texts(sql, small.munir.id)
    store.remove([small.munir.id], small.lens)
    with sql.transaction():
        erased_traces.erase_history(sql, texts, 0)
        files, sources = (
            erased_traces.erase_files(sql, texts),
            erased_traces.erase_sources(sql, texts),
        )
        erased_traces.erase_topics(sql, texts)
    assert (files, sources) == (1, 1), "Its own file, and the source that it cited at first."
    titles = [row[0] for row in sql.rows("SELECT title FROM source")]
    assert "Shared source" in titles
    assert "An article" not in titles
    topics = {row[0] for row in sql.rows("SELECT text FROM tag")}
    assert "shared topic" in topics
    assert sql.value("SELECT count(*) FROM blob") == 1
    assert store.verify() == []


def test_words_that_others_say_stay_in_the_vocabulary(small: Small) -> None:
    sql = sql_of(small.store)
    texts = gather_texts(sql, small.munir.id)
    with sql.transaction():
        naming = naming_records(sql, texts.ids)
        gone = erased_traces.erase_words(sql, texts, naming)
    assert "asim" in gone
    assert "pakistan" not in gone
    assert sql.value("SELECT count(*) FROM term WHERE word = 'asim'") == 0


def test_labels_lose_the_name_and_keep_the_rest(small: Small) -> None:
    sql = sql_of(small.store)
    with sql.transaction():
        sql.run(
            "UPDATE change SET label = 'Merge Ann Munir-Ashe, ann munir and Annmunir' WHERE id=1"
        )
        erased_traces.erase_history(sql, RecordTexts({10**6}, titles={"Ann Munir"}), 0)
    label = sql.value("SELECT label FROM change WHERE id = 1")
    assert label == "Merge an erased record-Ashe, an erased record and Annmunir"


def test_drafts_documents_and_searches_that_name_it_go(small: Small) -> None:
    store, sql, lens = small.store, sql_of(small.store), small.lens
    store.keep_draft("person", small.munir.id, "{}")
    store.keep_draft("event", None, json.dumps({"fields": {"title": "Call of عاصم منیر"}}))
    for title in ("A list", "About Asim Munir"):
        store.save_printed_document(PrintedDocument(title, "list", lens, 0, 1, {"query": "x"}))
    with store.unit_of_work("Keep") as work:
        keep_view(work, "Minerals", "agreement", "minerals", lens=lens)
        keep_view(work, "Calls", "event", "asim", lens=lens)
    texts = gather_texts(sql, small.munir.id)
    with sql.transaction():
        assert erased_traces.erase_drafts(sql, texts) == 1
        assert erased_traces.erase_documents(sql, texts) == 1
        assert erased_traces.erase_searches(sql, texts, {"asim"}) == 1
        sql.run("INSERT INTO setting VALUES ('timeline kind event 3', '{}')")
        erased_traces.erase_lane_summaries(sql)
        assert not sql.value("SELECT count(*) FROM setting WHERE key LIKE 'timeline%'")
        erased_traces.forget_statistics(sql)
    (payload,) = [row[0] for row in sql.rows("SELECT payload FROM draft")]
    assert json.loads(payload)["fields"]["title"] == "Call of An erased record"
    assert [row[0] for row in sql.rows("SELECT title FROM printed")] == ["A list"]
    assert [row[0] for row in sql.rows("SELECT name FROM saved_search")] == ["Minerals"]
