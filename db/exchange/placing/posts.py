"""Offices as an import finds and makes them: in which body, under which title.

Two titles are one office when they are the same after folding, when they carry the same
identifier, or when they say the same in other words: "Foreign Minister of Chad" and "Minister of
Foreign Affairs" in Chad. The last is told to the reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.changes.writing import insert_part
from db.exchange.mapping.row_values import Value
from db.exchange.placing.line_news import same_spelling
from db.exchange.placing.resolve import MAX_KEPT_NAMES, ORGANIZATIONS, RecordResolver
from db.exchange.placing.tally import RowFault
from db.lists.office_keys import office_key
from db.names import fold
from db.record_types import Office
from db.storage.uid import new_uid
from db.vocabulary.kinds import NO_BODY

ABOUT = "office "  # an identifier or a citation of an office says so before its uid
_BODY = re.compile(r"\b(?:of|to|at)\s+(?:the\s+)?(?=[^\W\d_])")
_ACRONYM = re.compile(r"[A-Z]{2,8}\b(?= [A-Z][a-z])")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(slots=True)
class Post:
    """An office of a body; `ids` are its identifiers."""

    id: int
    uid: str
    title: str
    folded: str
    key: str
    ids: set[tuple[str, str]]

    def bears(self, scheme: str) -> bool:
        """Say whether it has an identifier of a scheme."""
        return any(other == scheme for other, _ in self.ids)


def body_of(title: str) -> str:
    """Return the body that an office's title names, or "".

    >>> body_of("Secretary-General of the United Nations"), body_of("OSCE High Commissioner")
    ('United Nations', 'OSCE')
    >>> body_of("Chancellor")
    ''
    """
    if leading := _ACRONYM.match(title):
        return leading[0]
    found = list(_BODY.finditer(_IN_BRACKETS.sub("", title)))
    for each in found:
        rest = title[each.end() :].strip()
        if rest[:1].isupper():
            return rest
    return ""


class Posts:
    """The offices of the bodies that the rows of a batch name."""

    def __init__(self, desk: RecordResolver) -> None:
        self.desk = desk
        self._of: dict[int, list[Post]] = {}
        self._titles: dict[int, str] = {}

    def begin(self) -> None:
        """Begin a batch."""
        if len(self._of) > MAX_KEPT_NAMES:
            self._of.clear()
            self._titles.clear()

    def find(self, body: int, value: Value, column: str = "") -> int:
        """Return the id of the office a cell names in a body, made if the map allows it."""
        posts = self.of(body)
        identifier = (value.scheme, value.identifier) if value.scheme and value.identifier else None
        post = self._match(posts, body, value.text, identifier)
        if post is None:
            if not value.create:
                raise RowFault(
                    value.column or column, value.text,
                    f"{self._titles[body]} has no office “{value.text}” on the desk; add it first,"
                    " or allow it to be made with create = true.",
                )  # fmt: skip
            post = self.make(body, Office(title=value.text))
        if identifier and not post.bears(identifier[0]):
            post.ids.add(identifier)
            self.desk.identify(body, *identifier, ABOUT + post.uid)
            self.desk.note_change(body, "organization")
        return post.id

    def of(self, body: int) -> list[Post]:
        """Return the offices of a body."""
        known = self._of.get(body)
        if known is None:
            known = self._of[body] = self._read(body)
        return known

    def _read(self, body: int) -> list[Post]:
        desk, sql = self.desk, self.desk.work.sql
        if body in desk.fresh:
            self._titles[body] = desk.fresh[body]
            return []
        title = str(sql.value("SELECT title FROM record WHERE id=?", (body,)))
        self._titles[body] = title
        ids: dict[str, set[tuple[str, str]]] = {}
        for scheme, value, about in sql.rows(
            "SELECT scheme, value, about FROM identifier WHERE record_id=? AND about<>''", (body,)
        ):
            ids.setdefault(about, set()).add((scheme, value))
        return [
            Post(key, uid, text, folded, office_key(text, title), ids.get(ABOUT + uid, set()))
            for key, uid, text, folded in sql.rows(
                "SELECT id, uid, title, folded FROM office WHERE record_id=? ORDER BY id", (body,)
            )
        ]

    def _match(
        self, posts: list[Post], body: int, title: str, identifier: tuple[str, str] | None
    ) -> Post | None:
        if identifier:
            for post in posts:
                if identifier in post.ids:
                    self._tell_name(post, body, title)
                    return post
            # an office that is known by another identifier of the scheme is another office
            posts = [post for post in posts if not post.bears(identifier[0])]
        for post in posts:
            if post.title == title:
                return post
        folded = fold(title)
        for post in posts:
            if folded and post.folded == folded:
                if same_spelling(post.title) != same_spelling(title):
                    self._flag_office_guess(title, post, body)
                return post
        key = office_key(title, self._titles[body])
        alike = [post for post in posts if post.key == key]
        if len(alike) != 1:
            return None
        self._flag_office_guess(title, alike[0], body)
        return alike[0]

    def _flag_office_guess(self, title: str, post: Post, body: int) -> None:
        self.desk.tally.flag(
            f"“{title}” was taken to be the office “{post.title}” of {self._titles[body]}.",
            once=True,
        )

    def _tell_name(self, post: Post, body: int, title: str) -> None:
        if post.folded != fold(title):
            self.desk.tally.flag(
                f"“{title}” bears the identifier of the office “{post.title}” of"
                f" {self._titles[body]}; it was taken for that one, and its name was kept.",
                once=True,
            )

    def make(self, body: int, office: Office) -> Post:
        """Return a new office in a body, from the present row."""
        posts = self.of(body)
        uid = office.uid = new_uid()
        office.id = insert_part(self.desk.work, office, len(posts), body, {})
        self.desk.cite(body, ABOUT + uid, len(posts) + 1)
        self.desk.note_change(body, "organization")
        self.desk.tally.count_created("offices", office.id)
        key = office_key(office.title, self._titles[body])
        post = Post(office.id, uid, office.title, fold(office.title), key, set())
        posts.append(post)
        return post

    def without_body(self, title: str) -> int:
        """Return where an office stands whose body the row does not name, and tell it: what the
        row says of the office and its holder is kept.
        """
        self.desk.tally.flag(
            f"“{title}” names no body; it stands under “{NO_BODY}”. Map a column to organization or"
            " country, or choose its body there.",
            once=True,
        )
        return self.desk.reference(ORGANIZATIONS, Value(NO_BODY, create=True))

    def body(self, title: str) -> int | None:
        """Return the body that an office's own title names, made when it is missing."""
        name = body_of(title)
        if not name:
            return None
        value = Value(name, create=True)
        self.desk.tally.flag(f"The body “{name}” was read from the title “{title}”.", once=True)
        return self.desk.reference(ORGANIZATIONS, value)
