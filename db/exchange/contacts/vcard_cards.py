"""What each property of a vCard says of a person or a body; `vcard_file` asks.

A property that nothing here takes is told by its card and its name, and so is one that cannot be
read. What programs note for themselves is only listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from db.exchange.contacts.contact_card import ContactCard
from db.exchange.contacts.vcard_lines import Property, RawCard
from db.exchange.contacts.vcard_posts import is_body, read_posts

#: What programs write down for themselves: listed as left out, not told card by card.
HOUSEKEEPING = frozenset((
    "VERSION", "PRODID", "REV", "PROFILE", "MAILER", "NAME", "SOURCE", "CLIENTPIDMAP", "XML",
    "SORT-STRING", "X-ABUID", "X-ABADR", "X-ABSHOWAS", "X-ABLABEL", "X-ID", "X-ETAG",
    "X-GENERATOR", "X-EVOLUTION-FILE-AS", "X-EVOLUTION-WEBDAV-ETAG", "X-COUCHDB-APPLICATION-"
    "ANNOTATIONS", "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-MS-OL-DESIGN", "X-MS-CARDPICTURE", "KIND",
    "X-FC-TAGS", "X-FC-LIST-ID",
))  # fmt: skip
#: Properties that become a remark, with what stands before it.
NOTED = {
    "NOTE": "", "ANNIVERSARY": "Anniversary", "X-ANNIVERSARY": "Anniversary",
    "X-MS-ANNIVERSARY": "Anniversary", "X-EVOLUTION-ANNIVERSARY": "Anniversary",
    "X-SPOUSE": "Spouse", "X-MS-SPOUSE": "Spouse", "X-EVOLUTION-SPOUSE": "Spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "Spouse", "X-MANAGER": "Manager", "X-MS-MANAGER": "Manager",
    "X-EVOLUTION-MANAGER": "Manager", "X-ASSISTANT": "Assistant", "X-MS-ASSISTANT": "Assistant",
    "X-EVOLUTION-ASSISTANT": "Assistant", "X-KADDRESSBOOK-X-ASSISTANTSNAME": "Assistant",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "Manager", "X-CHILD": "Child", "BIRTHPLACE": "Born in",
    "DEATHPLACE": "Died in", "EXPERTISE": "Expertise", "HOBBY": "Hobby", "INTEREST": "Interest",
    "X-ABDATE": "Date", "X-ABRELATEDNAMES": "Related", "RELATED": "Related",
}  # fmt: skip
#: Properties that are an account of a message service.
MESSAGING = {
    "IMPP": "", "X-AIM": "AIM", "X-ICQ": "ICQ", "X-MSN": "MSN", "X-YAHOO": "Yahoo",
    "X-JABBER": "Jabber", "X-SKYPE": "Skype", "X-SKYPE-USERNAME": "Skype", "X-GTALK": "Google Talk",
    "X-GOOGLE-TALK": "Google Talk", "X-QQ": "QQ", "X-GADUGADU": "Gadu-Gadu", "X-TWITTER": "Twitter",
    "X-GROUPWISE": "GroupWise", "X-MS-IMADDRESS": "", "X-TELEGRAM": "Telegram",
    "X-SIGNAL": "Signal", "X-WHATSAPP": "WhatsApp", "X-MATRIX": "Matrix",
}  # fmt: skip
_PHONES = (
    ("fax", "fax"), ("cell", "mobile"), ("mobile", "mobile"), ("iphone", "mobile"),
    ("car", "mobile"), ("pager", "pager"), ("assistant", "assistant"), ("telex", "telex"),
)  # fmt: skip
_IDLE_TYPES = frozenset((
    "pref", "internet", "voice", "msg", "x400", "postal", "parcel", "dom", "intl", "video", "text",
    "x-internet", "original", "customtype",
))  # fmt: skip
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_GENDERS = {"m": "male", "f": "female", "male": "male", "female": "female"}
_TO_THE_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_TO_THE_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WITHOUT_YEAR = re.compile(r"--(\d\d)-?(\d\d)(?:[T ].*)?")
_APPLE_WITHOUT_YEAR = "X-APPLE-OMIT-YEAR"
Take = Callable[[ContactCard, Property, str], None]


def card_of(raw: RawCard, number: int) -> ContactCard:
    """Return what a card says."""
    card = ContactCard(number, f"card {number}")
    labels = {
        each.group: _label(each.text())
        for each in raw.properties
        if each.name == "X-ABLABEL" and each.group
    }
    for each in sorted(raw.properties, key=_rank):
        if each.name not in HOUSEKEEPING and each.name not in ("ORG", "TITLE", "ROLE", "N"):
            _take(card, each, labels.get(each.group, ""))
    for each in raw.properties:
        if each.name == "N":
            _names(card, each)
    read_posts(card, raw)
    card.is_body = is_body(card, raw)
    for text, why in raw.faults:
        card.leave("line", text, f"{why}.")
    if not raw.is_closed:
        card.leave("END", "", "The card has no end; check that nothing of it is missing.")
    return card


def _take(card: ContactCard, found: Property, label: str) -> None:
    if "\N{REPLACEMENT CHARACTER}" in found.value:
        card.leave(found.name, found.value, "has characters that could not be read.")
    take = _TAKES.get(found.name)
    if take is not None:
        take(card, found, label)
    elif found.name in NOTED:
        card.add_note(_day_text(found.text()), label or NOTED[found.name])
    elif found.name in MESSAGING:
        _message_account(card, found, label)
    else:
        value = "" if found.is_binary else found.text()
        why = "has no place on a record; it was left out."
        card.leave(found.name, value or f"{len(found.data or b'')} bytes", why)


def _label(text: str) -> str:
    """Return the name that a program gave a property of its own.

    >>> _label("_$!<HomePage>!$_"), _label("GRAND_CENTRAL")
    ('HomePage', 'GRAND_CENTRAL')
    """
    found = _APPLE_LABEL.fullmatch(text)
    return found[1] if found else text


def _rank(found: Property) -> tuple[bool, bool]:
    """Put markings first, then what is preferred."""
    preferred = "pref" in found.types or found.parameters.get("PREF") == "1"
    return found.name != "X-MARKING", not preferred


def _kind_note(found: Property, label: str) -> str:
    """Return for what a number or an address is used: at home, at work."""
    types = [each for each in found.types if each not in _IDLE_TYPES]
    return ", ".join(filter(None, (label, *types)))


def _full_name(card: ContactCard, found: Property, _: str) -> None:
    text = " ".join(found.text().split())
    if text and not card.put("name", text, "FN"):
        card.add_name(text)


def _names(card: ContactCard, found: Property) -> None:
    """Read N: family, given, further names, titles before and after."""
    family, given, more, prefix, suffix = (
        ", ".join(_commas(part)) for part in (*found.parts(), "", "", "", "", "")[:5]
    )
    given = f"{given} {more}".strip()
    full = card.texts.get("name", "")
    if family and given:
        card.put("family", family, "N")
        card.put("given", given, "N")
    elif family or given:
        card.put("name", family or given, "N")
    for name, text in (("prefix", prefix), ("suffix", suffix)):
        card.put(name, text, "N")
    if full and card.texts.get("family"):
        card.texts["name"] = _bare_name(full, family, given, prefix, suffix)


def _commas(part: str) -> list[str]:
    return [text for each in part.split(",") if (text := " ".join(each.split()))]


def _bare_name(full: str, family: str, given: str, prefix: str, suffix: str) -> str:
    """Return a name without the titles that the card gives apart, in its usual order.

    >>> _bare_name("Mr. John Doe Sr.", "Doe", "John", "Mr.", "Sr.")
    'John Doe'
    >>> _bare_name("Doe, John", "Doe", "John", "", "")
    'John Doe'
    """
    name = full
    if prefix and name.casefold().startswith(f"{prefix} ".casefold()):
        name = name[len(prefix) :].strip()
    if suffix and name.casefold().endswith(f" {suffix}".casefold()):
        name = name[: -len(suffix)].strip().rstrip(",")
    if name.casefold() == f"{family}, {given}".casefold():
        return f"{given} {family}"
    return name or full


def _nickname(card: ContactCard, found: Property, _: str) -> None:
    for text in found.items():
        card.add_name(text)


def _phonetic(card: ContactCard, found: Property, _: str) -> None:
    pronunciation = f"{card.texts.get('pronunciation', '')} {found.text()}".strip()
    card.texts["pronunciation"] = pronunciation
    card.columns["pronunciation"] = found.name


def _phone(card: ContactCard, found: Property, label: str) -> None:
    text = found.text()
    number, _, more = text.removeprefix("tel:").partition(";ext=")
    if more:
        number = f"{number} ext. {more}"
    kinds = {*found.types, *label.casefold().replace("phone", " ").split()}
    kind = next((kind for word, kind in _PHONES if word in kinds), "phone")
    used = [each for each in found.types if each not in _IDLE_TYPES and each not in dict(_PHONES)]
    card.add_contact(kind, number, ", ".join(filter(None, (label, *used))))


def _email(card: ContactCard, found: Property, label: str) -> None:
    card.add_contact("email", found.text().removeprefix("mailto:"), _kind_note(found, label))


def _address(card: ContactCard, found: Property, label: str) -> None:
    """Read ADR: the box, the flat, the street, the town, the region, the code, the country."""
    parts = [", ".join(part.split("\n")) for part in found.parts()]
    text = ", ".join(filter(None, (" ".join(part.split()) for part in parts)))
    if "^n" in found.value:
        why = "has a label that is not quoted, part of which may stand in the address."
        card.leave("ADR", text, why)
    card.add_contact("address", text.replace(",,", ","), _kind_note(found, label))


def _address_label(card: ContactCard, found: Property, label: str) -> None:
    """Read LABEL, the lines of an envelope, where no ADR says the same."""
    text = ", ".join(" ".join(line.split()) for line in found.text().splitlines())
    words = set(re.findall(r"\w+", text.casefold()))
    for each in card.contacts:
        if each.kind == "address" and words & set(re.findall(r"\w+", each.value.casefold())):
            return
    card.add_contact("address", text, _kind_note(found, label))


def _page(card: ContactCard, found: Property, label: str) -> None:
    note = _kind_note(found, "" if label.casefold() == "homepage" else label)
    card.add_contact("website", found.text(), note)


def _message_account(card: ContactCard, found: Property, label: str) -> None:
    service = MESSAGING[found.name] or found.parameters.get("X-SERVICE-TYPE", "")
    value = found.text()
    if not service and re.match(r"[a-z-]+:(?!//)", value):
        service, _, value = value.partition(":")
    card.add_contact("messaging", value, ", ".join(filter(None, (service, label))))


def _birth(card: ContactCard, found: Property, _: str) -> None:
    _day(card, found, "born", "Birthday")


def _death(card: ContactCard, found: Property, _: str) -> None:
    _day(card, found, "died", "Died")


def _day(card: ContactCard, found: Property, name: str, label: str) -> None:
    text = found.text()
    if not text:
        return
    if omitted := found.parameters.get(_APPLE_WITHOUT_YEAR):
        text = text.replace(omitted, "-", 1) if text.startswith(omitted) else text
    if _WITHOUT_YEAR.fullmatch(text):
        card.add_note(_day_text(text), label)
    elif not card.put(name, _day_text(text), found.name) and _day_text(text) != card.texts[name]:
        card.keep(found.name, text, "is a second date")


def _day_text(text: str) -> str:
    """Return a date of a card as dates are written elsewhere; anything else as it stands.

    >>> _day_text("19800321"), _day_text("--0203"), _day_text("20090808T1430-0500")
    ('1980-03-21', '3 February', '2009-08-08')
    """
    if found := _TO_THE_DAY.fullmatch(text):
        return "-".join(found.groups())
    if (found := _WITHOUT_YEAR.fullmatch(text)) and 1 <= int(found[1]) <= 12:
        return f"{int(found[2])} {_MONTHS[int(found[1]) - 1]}"
    return text


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _gender(card: ContactCard, found: Property, _: str) -> None:
    sex, *more = found.parts()
    text = " ".join(filter(None, more)) or _GENDERS.get(sex.casefold(), sex)
    if sex.casefold() not in ("", "n", "u"):
        card.put("gender", _GENDERS.get(sex.casefold(), text), found.name)


def _language(card: ContactCard, found: Property, _: str) -> None:
    known = card.texts.get("languages", "")
    card.texts["languages"] = ", ".join(filter(None, (known, found.text())))
    card.columns["languages"] = "LANG"


def _picture(card: ContactCard, found: Property, _: str) -> None:
    text = found.text()
    if found.data is not None:
        card.attach(found.data, found.name.casefold(), found.name)
    elif text.startswith("data:") and ";base64," in text[:100]:
        from base64 import b64decode

        try:
            data = b64decode(text.partition(";base64,")[2], validate=False)
        except ValueError:
            data = b""
        if data:
            card.attach(data, found.name.casefold(), found.name)
        else:
            card.leave(found.name, text, "is no picture that can be read; it was left out.")
    elif re.match(r"https?://", text):
        card.add_contact("website", text, "picture")
    else:
        card.leave(found.name, text, "is no picture that can be read; it was left out.")


def _uid(card: ContactCard, found: Property, _: str) -> None:
    card.put("uid", found.text(), "UID")


def _marking(card: ContactCard, found: Property, _: str) -> None:
    card.put("marking", found.text(), found.name)


def _class(card: ContactCard, found: Property, _: str) -> None:
    """Tell a class that is not for everybody; our own markings stand in X-MARKING."""
    if found.text().upper() not in ("", "PUBLIC") and "marking" not in card.texts:
        card.leave("CLASS", found.text(), "is no marking of the desk; mark the record yourself.")


def _topics(card: ContactCard, found: Property, _: str) -> None:
    card.add_topics(part.strip() for text in found.items() for part in text.split(","))


_TAKES: dict[str, Take] = {
    "FN": _full_name, "NICKNAME": _nickname, "X-PHONETIC-FIRST-NAME": _phonetic,
    "X-PHONETIC-LAST-NAME": _phonetic, "TEL": _phone, "X-MS-TEL": _phone, "EMAIL": _email,
    "ADR": _address, "LABEL": _address_label, "URL": _page, "X-SOCIALPROFILE": _page,
    "SOCIALPROFILE": _page, "CALURI": _page, "BDAY": _birth, "DEATHDATE": _death,
    "X-DEATHDATE": _death, "GENDER": _gender, "X-GENDER": _gender, "LANG": _language,
    "PHOTO": _picture, "LOGO": _picture, "UID": _uid, "X-MARKING": _marking, "CLASS": _class,
    "CATEGORIES": _topics,
}  # fmt: skip
_READ_ELSEWHERE = ("N", "ORG", "TITLE", "ROLE", "KIND", "X-ABSHOWAS", "X-ABLABEL", "VERSION")
TAKEN = frozenset((*_TAKES, *NOTED, *MESSAGING, *_READ_ELSEWHERE))
