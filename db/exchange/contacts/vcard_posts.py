"""Where the person of a vCard works as what, and whether it is of a body; `vcard_cards` asks."""

from __future__ import annotations

from db.exchange.contacts.contact_card import CardPost, ContactCard
from db.exchange.contacts.vcard_lines import Property, RawCard


def read_posts(card: ContactCard, raw: RawCard) -> None:
    """Pair bodies and titles: by their group, else in their order."""
    bodies = [(each, each.parts()) for each in raw.properties if each.name == "ORG"]
    titles = [each for each in raw.properties if each.name == "TITLE" and each.text()]
    roles = [each for each in raw.properties if each.name == "ROLE" and each.text()]
    if not titles:
        titles, roles = roles, []
    for each in roles:
        card.add_note(each.text(), "Role")
    left = list(titles)
    for found, parts in bodies:
        grouped = next((each for each in left if found.group and each.group == found.group), None)
        title = grouped or (left[0] if left and not _has_group(left[0], bodies) else None)
        if title is not None:
            left.remove(title)
        body, *units = parts
        post = CardPost(body, ", ".join(filter(None, units)), title.text() if title else "")
        _add_post(card, post)
    last = card.posts[-1].body if len(bodies) == 1 and card.posts else ""
    for each in left:
        _add_post(card, CardPost(last, "", each.text()))
    if any("\N{REPLACEMENT CHARACTER}" in found.value for found, _ in bodies):
        card.leave("ORG", bodies[0][0].text(), "has characters that could not be read.")


def _has_group(title: Property, bodies: list[tuple[Property, list[str]]]) -> bool:
    return bool(title.group) and any(found.group == title.group for found, _ in bodies)


def _add_post(card: ContactCard, post: CardPost) -> None:
    """Add where somebody works, once; a title of one's own says more than the body alone."""
    if not (post.body or post.title or post.unit) or post in card.posts:
        return
    if not post.title and any(each.body == post.body for each in card.posts):
        return
    card.posts.append(post)


def is_body(card: ContactCard, raw: RawCard) -> bool:
    """Say whether a card is of a body: it says so, or names nothing but the body."""
    for each in raw.properties:
        value = each.value.strip().casefold()
        if each.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND"):
            return value in ("org", "group")
        if each.name == "X-ABSHOWAS" and value == "company":
            return True
    if not card.posts or card.posts[0].title or "given" in card.texts:
        return False
    return card.texts.get("name", "") in ("", card.posts[0].body)
