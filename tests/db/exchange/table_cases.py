"""Small tables as officers meet them, by language and kind, each with what its first row says.

A table is its lines, cut at `|`, its cells at `;`. The title of the first record comes first, then
a date in EDTF: born, signed, or when it happened; of an organization its acronym.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    kind: str
    table: str
    title: str
    says: str


PERSON, BODY, TREATY, EVENT = "people", "organizations", "agreements", "events"
BY_LANGUAGE = {
    "en": (
        Case(
            PERSON,
            "Name;Date of birth;Country|Ana Ruiz;3 May 1961;Peru|Luis Paz;1970;Chile",
            "Ana Ruiz",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Organization;Acronym;Country|Ministry of Health;MINSA;Peru|Navy;NAV;Chile",
            "Ministry of Health",
            "MINSA",
        ),
        Case(
            TREATY,
            "Title;Parties;Signature date|Treaty on Rivers;Peru, Chile;3 May 2010|Air Agreement;Peru, Cuba;2011",
            "Treaty on Rivers",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Date;Event;Place|3 May 2010;State visit;Lima|5 May 2010;Summit;Quito",
            "State visit",
            "2010-05-03",
        ),
    ),
    "fr": (
        Case(
            PERSON,
            "Nom complet;Date de naissance;Pays|Jean Dupont;3 mai 1961;France|Anne Roy;1970;Belgique",
            "Jean Dupont",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Organisme;Sigle;Pays|Ministère de la Santé;MS;France|Banque de France;BdF;France",
            "Ministère de la Santé",
            "MS",
        ),
        Case(
            TREATY,
            "Intitulé;Parties;Date de signature|Accord aérien;France, Pérou;3 mai 2010|Traité de paix;France, Chili;2011",
            "Accord aérien",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Date;Événement;Lieu|3 mai 2010;Visite officielle;Paris|5 mai 2010;Sommet du G7;Évian",
            "Visite officielle",
            "2010-05-03",
        ),
    ),
    "de": (
        Case(
            PERSON,
            "Name;Geburtsdatum;Land|Hans Maier;3. Mai 1961;Deutschland|Eva Kurz;1970;Österreich",
            "Hans Maier",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Behörde;Abkürzung;Land|Bundesministerium der Finanzen;BMF;Deutschland|Auswärtiges Amt;AA;Deutschland",
            "Bundesministerium der Finanzen",
            "BMF",
        ),
        Case(
            TREATY,
            "Titel;Vertragsparteien;Unterzeichnet am|Luftverkehrsabkommen;Deutschland, Peru;3. Mai 2010|Handelsvertrag;Deutschland, Chile;2011",
            "Luftverkehrsabkommen",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Datum;Ereignis;Ort|3. Mai 2010;Staatsbesuch;Berlin|5. Mai 2010;Gipfeltreffen;Wien",
            "Staatsbesuch",
            "2010-05-03",
        ),
    ),
    "es": (
        Case(
            PERSON,
            "Nombre completo;Fecha de nacimiento;País|Ana Ruiz;3 de mayo de 1961;Perú|Luis Paz;1970;Chile",
            "Ana Ruiz",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Organismo;Siglas;País|Ministerio de Salud;MINSA;Perú|Banco Central;BCR;Perú",
            "Ministerio de Salud",
            "MINSA",
        ),
        Case(
            TREATY,
            "Nombre del Tratado;Partes;Fecha de firma|Convenio cultural;Perú, Chile;3 de mayo de 2010|Acuerdo aéreo;Perú, Cuba;2011",
            "Convenio cultural",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Fecha;Evento;Lugar|3 de mayo de 2010;Visita oficial;Lima|5 de mayo de 2010;Cumbre;Quito",
            "Visita oficial",
            "2010-05-03",
        ),
    ),
    "pt": (
        Case(
            PERSON,
            "Nome completo;Data de nascimento;País|João Silva;21 de fevereiro de 1961;Brasil|Ana Reis;1970;Portugal",
            "João Silva",
            "1961-02-21",
        ),
        Case(
            BODY,
            "Órgão;Sigla;País|Ministério da Saúde;MS;Brasil|Conselho de Estado;CE;Portugal",
            "Ministério da Saúde",
            "MS",
        ),
        Case(
            TREATY,
            "Título do acordo;Partes;Assinatura|Acordo cultural;Brasil, Peru;21 de fevereiro de 2010|Tratado de comércio;Brasil, Chile;2011",
            "Acordo cultural",
            "2010-02-21",
        ),
        Case(
            EVENT,
            "Data;Evento;Local|21 de fevereiro de 2010;Visita de Estado;Brasília|5 de maio de 2010;Cúpula;Rio",
            "Visita de Estado",
            "2010-02-21",
        ),
    ),
    "it": (
        Case(
            PERSON,
            "Nome e cognome;Data di nascita;Paese|Mario Rossi;3 maggio 1961;Italia|Eva Neri;1970;Svizzera",
            "Mario Rossi",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Ente;Sigla;Paese|Ministero della Salute;MdS;Italia|Banca d'Italia;BdI;Italia",
            "Ministero della Salute",
            "MdS",
        ),
        Case(
            TREATY,
            "Titolo;Parti contraenti;Data di firma|Accordo culturale;Italia, Cile;3 maggio 2010|Trattato di pace;Italia, Cuba;2011",
            "Accordo culturale",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Data;Evento;Luogo|3 maggio 2010;Visita di Stato;Roma|5 maggio 2010;Vertice;Milano",
            "Visita di Stato",
            "2010-05-03",
        ),
    ),
    "nl": (
        Case(
            PERSON,
            "Naam;Geboortedatum;Land|Jan de Vries;3 mei 1961;Nederland|Eva Bos;1970;België",
            "Jan de Vries",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Organisatie;Afkorting;Land|Ministerie van Financiën;MinFin;Nederland|Raad van State;RvS;Nederland",
            "Ministerie van Financiën",
            "MinFin",
        ),
        Case(
            TREATY,
            "Titel;Partijen;Ondertekening|Handelsverdrag;Nederland, Peru;3 mei 2010|Luchtvaartovereenkomst;Nederland, Chili;2011",
            "Handelsverdrag",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Datum;Gebeurtenis;Plaats|3 mei 2010;Staatsbezoek;Den Haag|5 mei 2010;Topontmoeting;Brussel",
            "Staatsbezoek",
            "2010-05-03",
        ),
    ),
    "pl": (
        Case(
            PERSON,
            "Imię i nazwisko;Data urodzenia;Kraj|Jan Kowalski;3 maja 1961;Polska|Ewa Nowak;1970;Czechy",
            "Jan Kowalski",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Nazwa instytucji;Skrót;Kraj|Ministerstwo Zdrowia;MZ;Polska|Rada Państwa;RP;Polska",
            "Ministerstwo Zdrowia",
            "MZ",
        ),
        Case(
            TREATY,
            "Tytuł umowy;Strony;Data podpisania|Umowa kulturalna;Polska, Peru;3 maja 2010|Traktat pokojowy;Polska, Chile;2011",
            "Umowa kulturalna",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Data;Wydarzenie;Miejsce|3 maja 2010;Wizyta państwowa;Warszawa|5 maja 2010;Spotkanie;Praga",
            "Wizyta państwowa",
            "2010-05-03",
        ),
    ),
    "cs": (
        Case(
            PERSON,
            "Jméno a příjmení;Datum narození;Země|Jan Novák;3. května 1961;Česko|Eva Malá;1970;Polsko",
            "Jan Novák",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Název organizace;Zkratka;Země|Ministerstvo zdravotnictví;MZ;Česko|Univerzita Karlova;UK;Česko",
            "Ministerstvo zdravotnictví",
            "MZ",
        ),
        Case(
            TREATY,
            "Název smlouvy;Smluvní strany;Datum podpisu|Smlouva o přátelství;Česko, Peru;3. května 2010|Dohoda o dopravě;Česko, Chile;2011",
            "Smlouva o přátelství",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Datum;Událost;Místo|3. května 2010;Státní návštěva;Praha|5. května 2010;Jednání vlád;Brno",
            "Státní návštěva",
            "2010-05-03",
        ),
    ),
    "tr": (
        Case(
            PERSON,
            "Adı Soyadı;Doğum tarihi;Ülke|Ahmet Yılmaz;3 Mayıs 1961;Türkiye|Ayşe Kaya;1970;Türkiye",
            "Ahmet Yılmaz",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Kurum adı;Kısaltma;Ülke|Sağlık Bakanlığı;SB;Türkiye|Ankara Üniversitesi;AÜ;Türkiye",
            "Sağlık Bakanlığı",
            "SB",
        ),
        Case(
            TREATY,
            "Anlaşma adı;Taraflar;İmza tarihi|Ticaret Anlaşması;Türkiye, Peru;3 Mayıs 2010|Kültür Anlaşması;Türkiye, Şili;2011",
            "Ticaret Anlaşması",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Tarih;Etkinlik;Yer|3 Mayıs 2010;Resmi ziyaret;Ankara|5 Mayıs 2010;Liderler zirvesi;İstanbul",
            "Resmi ziyaret",
            "2010-05-03",
        ),
    ),
}
