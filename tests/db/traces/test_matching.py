"""What is a record's alone, and which drafts, documents and searches name it."""

from __future__ import annotations

import json

from db import Attachment, PrintedDocument, keep_view
from db.traces import matching
from db.traces.record_texts import gather_texts
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def test_titles_are_found_as_words_of_their_own_also_in_json() -> None:
    pattern = matching.title_pattern({"Ann", "Ann Lee", ""})
    assert pattern is not None
    assert pattern.findall("ann lee, Anne, Ann") == ["ann lee", "Ann"]
    assert matching.title_pattern({""}) is None
    inside = matching.pattern_in_json({'the "Fox"'})
    assert inside is not None and inside.search(json.dumps({"a": 'the "Fox"'}))


def test_drafts_documents_and_searches_that_name_it_are_found(small: Small) -> None:
    store, sql, lens = small.store, sql_of(small.store), small.lens
    store.keep_draft("person", small.munir.id, "{}")
    store.keep_draft("event", None, json.dumps({"fields": {"title": "Call of عاصم منیر"}}))
    store.keep_draft("event", small.call.id, json.dumps({"fields": {"title": "Another"}}))
    for title in ("A list", "About Asim Munir"):
        store.save_printed_document(PrintedDocument(title, "list", lens, 0, 1, {"query": "x"}))
    with store.unit_of_work("Keep") as work:
        keep_view(work, "Minerals", "agreement", "minerals", lens=lens)
        calls = keep_view(work, "Calls", "event", "asim", lens=lens)
    texts = gather_texts(sql, small.munir.id)
    assert [draft.is_own for draft in matching.find_drafts(sql, texts)] == [True, False]
    assert matching.find_documents(sql, texts) == [2]
    assert matching.find_searches(sql, texts, {"asim"}) == [calls.id]
    assert matching.find_searches(sql, texts, set()) == []


def test_what_only_the_record_has_is_told_while_it_is_there(small: Small) -> None:
    one, other = small.fresh(small.munir), small.fresh(small.pact)
    one.topics, other.topics = ["own topic", "shared topic"], ["shared topic"]
    one.attachments = [Attachment(file_name="a.txt", data=b"shared"),
                       Attachment(file_name="b.txt", data=b"own")]  # fmt: skip
    other.attachments = [Attachment(file_name="c.txt", data=b"shared")]
    small.store.save(one, small.lens)
    small.store.save(other, small.lens)
    sql = sql_of(small.store)
    texts = gather_texts(sql, one.id)
    assert matching.find_own_files(sql, texts) == []
    assert len(matching.find_own_files(sql, texts, besides=texts.ids)) == 1
    topics = dict(sql.rows("SELECT text, id FROM tag"))
    assert topics["own topic"] in matching.find_own_topics(sql, texts, besides=texts.ids)
    assert topics["shared topic"] not in matching.find_own_topics(sql, texts, besides=texts.ids)
    assert matching.find_own_topics(sql, texts) == []
    assert len(matching.find_own_sources(sql, texts, besides=texts.ids)) == 1
