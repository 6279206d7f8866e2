"""The words that made-up organizations, offices, agreements and events are put together from."""

from __future__ import annotations

FIELDS = (
    "Foreign Affairs", "Trade", "Finance", "Defence", "Energy", "Agriculture", "Health", "Justice",
    "Transport", "Fisheries", "Mining", "Water", "Education", "Culture", "Interior", "Labour",
    "Environment", "Industry", "Planning", "Telecommunications", "Tourism", "Maritime Affairs",
    "Border Affairs", "Migration", "Civil Aviation", "Space", "Statistics", "Customs",
)  # fmt: skip
# kind of body → (form of its title, offices in it, highest first)
BODIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "ministry": (
        ("Ministry of {field}, {country}", "{country} Ministry of {field}"),
        ("Minister", "Deputy Minister", "Permanent Secretary", "Director General for {field}"),
    ),
    "agency": (
        ("{country} {field} Agency", "{place} {field} Authority", "National {field} Board"),
        ("Director", "Deputy Director", "Head of Licensing"),
    ),
    "company": (
        ("{place} {field} Company", "{family} Holdings", "{family} & {place} Group"),
        ("Chief Executive", "Chair of the Board", "Country Manager"),
    ),
    "command": (
        ("{place} Command", "{country} {place} Naval Command"),
        ("Commander", "Chief of Staff", "Deputy Commander"),
    ),
    "embassy": (
        ("Embassy of {country} in {place}",),
        ("Ambassador", "Deputy Head of Mission", "Defence Attaché"),
    ),
    "international body": (
        ("{place} {field} Organization", "International {field} Commission"),
        ("Secretary-General", "Executive Secretary"),
    ),
    "university": (("University of {place}",), ("Rector", "Dean of {field}")),
    "bank": (("{place} Development Bank", "Bank of {place}"), ("Governor", "Deputy Governor")),
    "court": (("{place} Court of Arbitration",), ("President", "Registrar")),
    "non-governmental body": (
        ("{place} Institute for {field}", "{family} Foundation"),
        ("President", "Director of Programmes"),
    ),
}
STATE_OFFICES = ("Head of State", "Prime Minister", "Minister for Foreign Affairs")
PLACE_STARTS = (
    "Al", "Ar", "Bel", "Bor", "Cas", "Dar", "Es", "Fer", "Gal", "Har", "Il", "Jal", "Kar", "Lor",
    "Mar", "Nor", "Or", "Pal", "Qas", "Ros", "Sar", "Tar", "Ul", "Val", "Wen", "Xan", "Yar", "Zan",
)  # fmt: skip
PLACE_ENDS = (
    "abad", "ago", "ana", "burg", "dara", "eno", "grad", "haven", "ika", "jan", "kent", "lund",
    "mora", "nau", "opol", "pur", "quay", "rova", "stan", "tova", "una", "ville", "wick", "zin",
)  # fmt: skip
SUBJECTS = (
    "critical minerals", "air services", "visa exemption", "mutual legal assistance", "fisheries",
    "double taxation", "investment protection", "cultural exchange", "border crossings",
    "scientific co-operation", "water sharing", "extradition", "maritime delimitation",
    "customs co-operation", "electric power", "agricultural trade", "rail transit", "cybersecurity",
    "military training", "health security", "research reactors", "migration", "disaster relief",
)  # fmt: skip
# kind → form of the title
AGREEMENTS = {
    "treaty": "Treaty on {subject} between {first} and {second}",
    "agreement": "Agreement between {first} and {second} on {subject}",
    "memorandum of understanding": "Memorandum of understanding on {subject}, {first} and {second}",
    "convention": "{place} Convention on {subject}",
    "protocol": "Protocol on {subject} between {first} and {second}",
    "exchange of notes": "Exchange of notes on {subject} between {first} and {second}",
    "joint statement": "Joint statement of {first} and {second} on {subject}",
    "contract": "Contract for {subject}, {place}",
}
EVENTS = {
    "call": "Telephone call between {first} and {second}",
    "meeting": "Meeting of {first} and {second} in {place}",
    "visit": "Visit of {first} to {place}",
    "signing": "Signing of the {place} accord on {subject}",
    "credentials": "{first} presents credentials in {place}",
    "summit": "{place} summit on {subject}",
    "conference": "Conference on {subject}, {place}",
    "negotiation": "Negotiations on {subject} in {place}",
    "statement": "Statement of {first} on {subject}",
    "incident": "Incident near {place}",
}
CHANNELS = {"call": "telephone", "meeting": "in person", "visit": "in person"}
OUTCOMES = (
    "They agreed to continue the talks on {subject}.",
    "No joint text was issued; {subject} remains open.",
    "A working group on {subject} is to meet in {place}.",
    "Both sides welcomed progress on {subject}.",
)
NOTES = (
    "Prefers to be briefed in writing on {subject}.",
    "Raised {subject} twice and asked for a reply before the next visit to {place}.",
    "Speaks for the {place} group on {subject}; not the final word.",
    "The figures on {subject} differ from those given in {place}.",
)
PASSAGES = (
    "The delegation discussed {subject} in {place}, the ministry said.",
    "Officials in {place} confirmed the text on {subject}.",
    "“We shall return to {subject},” the spokesman said.",
)
BIOGRAPHIES = (
    "Studied law in {place}; worked on {subject} before entering the service.",
    "Career officer; negotiated on {subject} and served in {place}.",
    "Economist from {place}, known for work on {subject}.",
)
PUBLISHERS = ("{place} Gazette", "{place} Times", "Official Journal of {place}", "{place} Wire")
TOPICS = tuple(
    f"{area}/{subject}" for area in ("trade", "security", "people") for subject in SUBJECTS[:12]
)
RANKS = (
    ("General", "army"), ("Lieutenant General", "army"), ("Colonel", "army"), ("Admiral", "navy"),
    ("Captain", "navy"), ("Air Marshal", "air force"), ("Brigadier", "army"),
)  # fmt: skip
