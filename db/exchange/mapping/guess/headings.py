"""What columns are called in files of several countries; `mapping_guess` asks.

Phrases are folded as `fold` does it: lower case, no accents, words apart. The order of a list says
which column is preferred when a file has several. What is called alike in many languages stands in
`resources/exchange/headings.json`, below what only one kind has here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

MAX_KEPT_HEADINGS = 1 << 15  # that are folded once

FOLDER = Path(__file__).resolve().parents[4] / "resources" / "exchange"

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)")
_APART = re.compile(r"[^\w]+|_+")
_LETTERS = str.maketrans("ıİłŁøØđĐ", "iIlLoOdD")  # whose marks are a part of them
_SMALL_WORDS = frozenset(
    ("de", "del", "della", "dell", "di", "da", "do", "du", "des", "d", "l", "la", "le", "les", "el",
     "of", "the", "der", "die", "das", "van", "het", "w", "o", "u")
)  # fmt: skip
_PLURAL = re.compile(r"(?<=[^\W\d_])\((s|es|e|n|en)\)")  # Partie(s)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")

_PERSON = "name|full name|person|person label|person name|name of person|nom|nom complet|nombre"
_FROM = """start|start date|from|since|begin|begin date|date of appointment|appointed|took office
|assumed office|term start|in office from|von|seit|beginn|debut|depuis|date de debut|inicio|desde
|fecha de inicio|inizio|dal|data inicio|начало|с|من"""
_TO = """end|end date|to|until|left office|term end|in office until|bis|ende|fin|jusqu a|date de fin
|hasta|fecha de fin|fine|al|fim|конец|по|إلى"""
_COUNTRY = """country|country label|country name|state|nation|land|staat|pays|pais|paese|estado
|nationality|citizenship|страна|государство|البلد|国家"""
_OFFICE = """office|position|position label|position name|post|title of office|role|function
|portfolio|amt|funktion|poste|fonction|cargo|puesto|carica|incarico|должность|المنصب"""
_ORGANIZATION = """organization|organisation|organization name|organisation name|ministry|agency
|department|institution|company|employer|behorde|ministerium|organisme|ministere|organizacion
|ministerio|organizzazione|ministero|организация"""
_NOTES = """notes|note|remarks|remark|comments|comment|bemerkung|bemerkungen|anmerkung|remarques
|observations|notas|observaciones|osservazioni|примечание|примечания|ملاحظات"""
_PLACE = """place|location|city|locale|venue|town|ort|stadt|lieu|ville|lugar|ciudad|luogo|citta
|local|место|город|المكان"""
_TYPE = "type|kind|category|art|typ|genre|tipo|тип|النوع"
_TOPICS = """topics|topic|subject|subjects|keywords|theme|themes|tags|type subject|type domain
|lineage|subject iea|subject ecolex|thema|themen|sujet|mots cles|tema|temas|materia
|argomento|тема"""
_LANGUAGES = "languages|language|sprachen|sprache|langues|langue|idiomas|idioma|lingue|lingua|языки"
_WIKIDATA = "wikidata|wikidata id|qid|q id"

_TABLE: dict[str, dict[str, str]] = {
    "people": {
        "name": f"{_PERSON}|nome|nombre completo|фио|имя|الاسم|姓名|minister|ambassador|official"
        "|item label",
        "given_name": "given name|first name|forename|vorname|prenom|nombre de pila|имя",
        "family_name": "family name|last name|surname|nachname|familienname|apellido|фамилия",
        "honorific": "honorific|honorific prefix|prefix|title|anrede|civilite|tratamiento",
        "suffix": "suffix|honorific suffix|post nominals",
        "aliases": "aliases|alias|nickname|other names|also known as|aka|autres noms|otros nombres",
        "native_name": "native name|name in native language|original name|name original",
        "gender": "gender|sex|geschlecht|sexe|genre|sexo|genero|sesso|пол",
        "born": """born|birth date|date of birth|dob|birthday|birth|birth year|year of birth
            |geboren|geburtsdatum|ne le|date de naissance|naissance|fecha de nacimiento|nacimiento
            |data di nascita|nato|дата рождения""",
        "died": """died|death date|date of death|dod|death|death year|year of death|gestorben
            |todesdatum|date de deces|deces|fecha de muerte|fallecimiento|дата смерти""",
        "country": _COUNTRY,
        "office": _OFFICE,
        "organization": _ORGANIZATION,
        "from": _FROM,
        "to": _TO,
        "languages": _LANGUAGES,
        "email": "email|e mail|mail|email address|courriel|correo",
        "phone": "phone|telephone|tel|mobile|phone number|telefon|telefono",
        "biography": "biography|bio|description|lebenslauf|biographie|biografia",
        "wikidata": f"{_WIKIDATA}|person|person id|item|id",
        "notes": _NOTES,
    },
    "organizations": {
        "name": f"{_ORGANIZATION}|name|org|nom|nombre|nome|title",
        "acronym": "acronym|abbreviation|short name|abkurzung|sigle|sigla|siglas",
        "aliases": "aliases|alias|nickname|other names|also known as|former names",
        "type": f"{_TYPE}|classification|organization type",
        "country": f"{_COUNTRY}|jurisdiction|jurisdiction code",
        "parent": "parent|parent organization|parent organisation|part of|parent name",
        "founded": "founded|founding date|established|created|inception|gegrundet|fondation|fecha"
        " de fundacion",
        "dissolved": "dissolved|dissolution date|abolished|closed|aufgelost|dissolution",
        "website": "website|url|homepage|web|web site|site web|sitio web",
        "email": "email|e mail|mail|email address|courriel|correo",
        "phone": "phone|telephone|tel|phone number|telefon|telefono",
        "wikidata": f"{_WIKIDATA}|id",
        "notes": f"{_NOTES}|description",
    },
    "offices": {
        "title": f"office title|{_OFFICE}|title|name",
        "organization": _ORGANIZATION,
        "country": _COUNTRY,
        "seats": "seats|number of seats|sitze|sieges|escanos",
        "created": "created|established|inception|start",
        "abolished": "abolished|dissolved|end",
    },
    "tenures": {
        "person": "person|person label|holder|office holder|incumbent|ambassador|minister"
        f"|{_PERSON}|item label",
        "office": _OFFICE,
        "organization": _ORGANIZATION,
        "country": _COUNTRY,
        "from": _FROM,
        "to": _TO,
        "acting": "acting|interim|ad interim|amtierend|par interim|interino",
        "end_state": "end state|status",
        "note": _NOTES,
    },
    "accreditations": {
        "person": f"head of mission|head|ambassador|person|{_PERSON}",
        "state": "state|sending state|sending country|sends|etat accreditant|entsendestaat",
        "country": "country|receiving state|receiving country|accredited to|etat accreditaire"
        "|empfangsstaat",
        "class": "class|class of head of mission|rank|title",
        "residence": "residence|resident",
        "agrement": "agrement|agreement given",
        "appointed": "appointed|appointment|date of appointment",
        "arrived": "arrived|arrival|date of arrival",
        "true_copy": "true copy|true copies|copies figurees|copy of credentials",
        "credentials": "credentials|presentation of credentials|credentials presented"
        "|lettres de creance|beglaubigungsschreiben",
        "notified": "notified|notification",
        "for_class": "for class|in place of",
        "absent_from": "absent from",
        "absent_until": "absent until",
        "farewell": "farewell|departure|end of functions|ended|left",
        "note": _NOTES,
    },
    "agreements": {
        "title": """treaty name|treaty title|agreement title|title|agreement name|treatyname|treaty
            |agreement|name|titel|vertrag|titre|traite|accord|titulo|tratado|acuerdo|titolo
            |trattato|accordo|название|договор|العنوان""",
        "type": f"agreement type|treaty type|type agree|entry type|mea type|{_TYPE}",
        "laterality": "laterality|type ambit|doc type|bilateral or multilateral|ambit|level",
        "binding": "binding|legally binding|verbindlich|contraignant|vinculante",
        "reference": "reference|treaty number|registration number|citation|ref|published",
        "parties": """parties|contracting parties|party|signatories|members|countries|participants
            |partner|partners|vertragsparteien|parteien|parties contractantes|partes|parti
            |contraenti|стороны|участники|الأطراف""",
        "signed": """signature|signature date|date of signature|signed|signed date|date signed
            |signing date|signed event date|tsig|treaty signature|date of conclusion|concluded
            |adoption date|adopted|unterzeichnung|unterzeichnet|date de signature|signature le
            |fecha de firma|firma|data di firma|дата подписания|تاريخ التوقيع|signature year
            |year signed|date|year|begin|beg""",
        "in_force": """in force|entry into force|force|date of entry into force|entered into force
            |in force date|definitive eif event date|eif|teif|entry force|entryforceyear
            |entry into force year|inkrafttreten|in kraft seit|entree en vigueur|entrada en vigor
            |entrata in vigore|вступление в силу""",
        "terminated": """terminated|termination|termination date|end|term|end date|tterm|expired
            |expiry|expiration date|denounced|ausserkrafttreten|fin|fecha de terminacion""",
        "place": f"place of signature|place signed|signed at|signed in|adopted in|{_PLACE}",
        "depositary": "depositary|depository|depositar|depositaire|depositario|депозитарий",
        "languages": f"languages|authentic texts|{_LANGUAGES}",
        "topics": _TOPICS,
        "summary": "summary|abstract|description|zusammenfassung|resume|resumen|riassunto",
        "value": "value|amount|contract value|total value|betrag|montant|importe|monto|valore",
        "currency": "currency|currency code|wahrung|devise|moneda|valuta",
        "url": "url|link|text url|treaty url|website|web|source url",
        "notes": _NOTES,
        "party": """state|states|member states|member state|contracting states|contracting state
            |states parties|participants|contracting parties|state id|country|country name|party
            |party name|participant|member|contracting party|iso|iso 3|country code|staat|etat|pays
            |pais|estado""",
        "party_act": """instrument type|type of instrument|act|action|action type|kind of act
            |type of action|instrument|consent to be bound|nature de l acte|acte|art der handlung
            |tipo de instrumento|tipo de acto|вид акта""",
        "party_signed": "state signature|csig|country signature|party signed|signature by state",
        "party_ratified": "ratification accession succession|ratification acceptance accession"
        "|ratification accession|ratification acceptance approval accession|consent to be bound"
        "|ratification acceptance approval accession succession|state rat|crat|ratification"
        "|ratified|state ratification|party ratified"
        "|ratification date|ratifikation|ratificacion",
        "party_accepted": "acceptance|accepted|approval|consent",
        "party_acceded": "accession|acceded|accession date|beitritt|adhesion",
        "party_succeeded": "succession|succeeded",
        "party_deposited": "deposit|deposited|deposit date",
        "party_in_force": "state force|ceif|country entry into force|party in force|in force for",
        "party_withdrew": "state withdrawal|withdrawal|withdrew|cterm|party withdrew|denunciation",
    },
    "events": {
        "title": """title|event|event title|event name|headline|label|name of event|titel
            |ereignis|titre|evenement|titulo|evento|titolo|событие|الحدث""",
        "type": f"event type|{_TYPE}|sub event type",
        "start": f"when|date|event date|day|{_FROM}|datum|fecha|data|дата|arrival|التاريخ|year",
        "end": f"{_TO}|departure",
        "place": _PLACE,
        "channel": "channel|medium|means|kanal|canal",
        "participants": f"""participants|participant|traveller|traveler|visitor|attendees|guest
            |official|principal|actors|{_PERSON}|teilnehmer|participante|partecipanti|участники""",
        "organizations": _ORGANIZATION,
        "countries": f"countries|country visited|destination|destination country|{_COUNTRY}|from"
        "|visitor country|country of origin",
        "outcome": "outcome|result|results|ergebnis|resultat|resultado|esito",
        "topics": _TOPICS,
        "agreements": "agreements|agreement|treaty",
        "notes": f"text|description|details|summary|{_NOTES}",
    },
}

# What the headings of `headings.json` are, by kind.
_SHARED = {
    "people": {
        "name": "name", "given_name": "given_name", "family_name": "family_name", "born": "born",
        "died": "died", "gender": "gender", "country": "country", "office": "office",
        "organization": "organization", "from": "from", "to": "to", "email": "email",
        "phone": "phone", "notes": "notes",
    },
    "organizations": {
        "name": "body_name organization", "acronym": "acronym", "country": "country",
        "parent": "parent", "founded": "founded", "website": "website",
        "email": "email", "phone": "phone", "notes": "notes",
    },
    "offices": {"title": "office", "organization": "organization", "country": "country"},
    "tenures": {
        "person": "name", "office": "office", "organization": "organization", "country": "country",
        "from": "from", "to": "to", "note": "notes",
    },
    "accreditations": {"person": "name", "credentials": "credentials", "note": "notes"},
    "agreements": {
        "title": "agreement", "parties": "parties", "signed": "signed", "in_force": "in_force",
        "terminated": "terminated", "place": "place", "reference": "reference", "notes": "notes",
        "party": "country",
    },
    "events": {
        "title": "event", "start": "date from", "end": "to", "place": "place",
        "participants": "participants name", "organizations": "organization",
        "countries": "destination country", "notes": "notes",
    },
}  # fmt: skip

# How much a column found for this target speaks for the kind (others count 1).
TELLING = {
    ("agreements", "signed"): 2.0,
    ("agreements", "in_force"): 4.0,
    ("agreements", "parties"): 2.5,
    ("agreements", "depositary"): 3.0,
    ("agreements", "party_ratified"): 3.0,
    ("agreements", "party_signed"): 2.0,
    ("agreements", "party_in_force"): 2.0,
    ("agreements", "terminated"): 0.5,
    ("agreements", "place"): 0.3,
    ("agreements", "party"): 0.5,
    ("agreements", "notes"): 0.3,
    ("agreements", "type"): 0.5,
    ("events", "start"): 1.5,
    ("events", "place"): 3.0,
    ("events", "countries"): 0.8,
    ("events", "end"): 0.7,
    ("events", "notes"): 0.7,
    ("events", "participants"): 1.5,
    ("people", "born"): 4.0,
    ("people", "died"): 2.0,
    ("people", "gender"): 3.0,
    ("people", "given_name"): 3.0,
    ("people", "family_name"): 3.0,
    ("people", "wikidata"): 1.2,
    ("people", "office"): 2.0,
    ("people", "email"): 1.5,
    ("people", "to"): 0.8,
    ("people", "notes"): 0.5,
    ("tenures", "office"): 2.0,
    ("tenures", "to"): 2.5,
    ("tenures", "country"): 0.7,
    ("tenures", "note"): 0.5,
    ("accreditations", "credentials"): 6.0,
    ("accreditations", "true_copy"): 6.0,
    ("accreditations", "agrement"): 6.0,
    ("organizations", "acronym"): 3.0,
    ("organizations", "parent"): 3.0,
    ("organizations", "founded"): 2.5,
    ("organizations", "dissolved"): 1.5,
    ("offices", "seats"): 4.0,
}

# Words in a file's name that speak for a kind.
FILE_WORDS = {
    "people": "people persons ministers bio biographies biography politicians officials members",
    "organizations": "organizations organisations ministries agencies companies bodies",
    "offices": "offices positions posts",
    "tenures": "tenures holders incumbents ambassadors terms mandates",
    "accreditations": "accreditations credentials diplomatic heads missions",
    "agreements": "treaties treaty agreements agreement conventions accords mous protocols",
    "events": "events event trips travels visits visit journeys timeline chronology calls meetings",
}


@lru_cache(maxsize=MAX_KEPT_HEADINGS)
def fold(heading: str) -> str:
    """Return a heading as lower-case words without accents, asides and punctuation.

    >>> fold("Date d’entrée en vigueur (UTC)"), fold("stateForce2"), fold("person_id")
    ('date d entree en vigueur', 'state force 2', 'person id')
    """
    text = _PLURAL.sub(r"\1", heading)
    text = _CAMEL.sub(" ", _ASIDE.sub(" ", text)) or heading
    plain = unicodedata.normalize("NFKD", text.replace("#", " number ").translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_APART.sub(" ", plain).casefold().split())


def _phrases(text: str) -> tuple[str, ...]:
    folded = map(fold, text.split("|"))
    return tuple(dict.fromkeys(part for part in folded if part))


@cache
def shared_phrases(concept: str) -> tuple[str, ...]:
    """Return what a column is called in all languages, by what it holds."""
    return _phrases("|".join(phrases_by_language()[concept].values()))


_WORDS_OF = {"tenures": "people", "accreditations": "people"}


@cache
def heading_words(kind: str) -> frozenset[str]:
    """Return the words of headings that name this kind by themselves, in many languages."""
    words = json.loads((FOLDER / "heading_words.json").read_text("utf-8"))
    return frozenset(fold(word) for word in words.get(_WORDS_OF.get(kind, kind), ()))


@cache
def phrases_by_language() -> dict[str, dict[str, str]]:
    """Return by what it holds what a column is called in each language."""
    text = (FOLDER / "headings.json").read_text("utf-8")
    read: dict[str, dict[str, str]] = json.loads(text)
    return read


def _of_target(kind: str, target: str, text: str) -> tuple[str, ...]:
    shared = [shared_phrases(each) for each in _SHARED[kind].get(target, "").split()]
    return tuple(dict.fromkeys([*_phrases(text), *chain.from_iterable(shared)]))


HEADINGS: dict[str, dict[str, tuple[str, ...]]] = {
    kind: {target: _of_target(kind, target, text) for target, text in targets.items()}
    for kind, targets in _TABLE.items()
}


def likeness(heading: str, phrases: tuple[str, ...]) -> float:
    """Say how surely a folded heading is one of the phrases: 1 for the first, 0 for none.

    A longer heading that holds a phrase as whole words counts less, a running number not at all.

    >>> likeness("entered into force", ("in force", "entered into force")) > 0.8
    True
    >>> likeness("date iea entered into force", ("entered into force",)) > 0.4
    True
    >>> likeness("reinforced", ("force",))
    0.0
    >>> likeness("fecha inicio", ("fecha de inicio",))
    1.0
    """
    return likeness_by(heading, ranks_of(phrases))


def likeness_by(heading: str, phrases: Ranks) -> float:
    """Say the same of phrases that were ranked: to look them up takes longer than to compare."""
    plain = heading.rstrip("0123456789 ") or heading
    ranks, joined, longest = phrases
    rank = joined.get(plain.replace(" ", ""))
    if rank is None:
        rank = joined.get(_without_small_words(plain))
    best = 0.0 if rank is None else 1 - 0.4 * _lateness(rank)
    words = plain.split(" ")
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            phrase = " ".join(words[start:end])
            rank = ranks.get(phrase)
            if rank is not None and len(phrase) > 2 and len(phrase) < len(plain):
                share = len(phrase) / len(plain)
                score = 0.25 + 0.35 * share + (0.15 if " " in phrase else 0)
                best = max(best, score - 0.1 * _lateness(rank))
    return best


def begins_with(heading: str, phrases: Ranks) -> bool:
    """Say whether a folded heading is one of the phrases with what it is of: “place of signing”.

    >>> places = ranks_of(("lieu",))
    >>> begins_with("lieu de conclusion", places), begins_with("lieutenant", places)
    (True, False)
    """
    first, _, rest = heading.partition(" ")
    return rest.split(" ")[0] in _SMALL_WORDS and len(first) > 2 and first in phrases[0]


def is_phrase(heading: str, phrases: tuple[str, ...]) -> bool:
    """Say whether a folded heading is one of the phrases, and not only like one.

    >>> is_phrase("date signed 2", ("date signed",)), is_phrase("date signed on", ("date signed",))
    (True, False)
    """
    plain = heading.rstrip("0123456789 ") or heading
    joined = ranks_of(phrases)[1]
    return plain.replace(" ", "") in joined or _without_small_words(plain) in joined


def _without_small_words(phrase: str) -> str:
    """Return a heading in one word, without those that many leave out: “fecha (de) inicio”."""
    words = phrase.split()
    telling = [word for word in words if word not in _SMALL_WORDS]
    return "".join(telling if len(telling) > 1 else words)


def _lateness(rank: int) -> float:
    """Say how far behind the first a phrase stands, from 0 to 1: a long list drops none."""
    return rank / (rank + 100)


Ranks = tuple[dict[str, int], dict[str, int], int]


@cache
def ranks_of(phrases: tuple[str, ...]) -> Ranks:
    """Return the place of each phrase, the same of those without blanks, and the most words."""
    ranks: dict[str, int] = {}
    joined: dict[str, int] = {}
    for rank, phrase in enumerate(phrases):
        ranks.setdefault(phrase, rank)
        joined.setdefault(phrase.replace(" ", ""), rank)
    for rank, phrase in enumerate(phrases):
        joined.setdefault(_without_small_words(phrase), rank)
    return ranks, joined, max((phrase.count(" ") + 1 for phrase in phrases), default=1)
