"""The text of an electronic letter: its own words, subject and day; `text_file` asks it.

Of a letter in two forms the plain one is read. Attachments are left out.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from typing import Final

from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.texts.html_text import html_text

MAX_PARTS: Final = 200


def mail_text(data: bytes, name: str) -> tuple[str, str, HistoricalDate | None]:
    """Return the words of a letter, its subject, and the day on which it was sent."""
    try:
        letter = message_from_bytes(data, policy=policy.default)
        text = _body(letter, name)
        subject = str(letter.get("subject", ""))
        return text, subject, _day(letter)
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise Refused(f"{name} is no letter that can be read; save it as .txt.") from error


def _body(letter: Message, name: str) -> str:
    """Return the plain parts of a letter, or else those that are web pages."""
    found: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for number, part in enumerate(letter.walk()):
        if number > MAX_PARTS:
            raise Refused(f"{name} has over {MAX_PARTS} parts; save its text as .txt.")
        kind = part.get_content_type()
        if kind in found and part.get_content_disposition() != "attachment":
            found[kind].append(_content(part))
    pages = [html_text(page)[0] for page in found["text/html"]]
    return "\n".join(found["text/plain"] if any(found["text/plain"]) else pages)


def _content(part: Message) -> str:
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    try:
        return content.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:  # an encoding that nobody knows
        return content.decode("utf-8", "replace")


def _day(letter: Message) -> HistoricalDate | None:
    if not isinstance(letter, EmailMessage):
        return None
    moment = getattr(letter.get("date"), "datetime", None)
    return HistoricalDate.parse(moment.date().isoformat()) if moment else None
