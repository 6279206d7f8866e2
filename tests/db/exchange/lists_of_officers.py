"""Tables made from what registers, lists and exports of many countries look like, each with what a
careful clerk makes of it.

A table is its lines; `|` parts its cells. A record is its title and what must stand of it:
`test_lists_of_officers` tells which words. `refused` is a part of the question that is asked
instead, `told` are parts of what must be flagged.
"""

from __future__ import annotations

from tests.db.exchange.list_case import PEOPLE, TENURES, ListCase

OF_PEOPLE = (
    ListCase(
        "members of the Bundestag",
        PEOPLE,
        """Anrede|Titel|Vorname|Nachname|Fraktion|Mandat seit
Frau|Dr.|Angela|Muster|CDU/CSU|22.10.2017
Herr||Heinz|Probst|SPD|24.10.2017""",
        {"Angela Muster": "honorific=Frau Dr.", "Heinz Probst": "honorific=Herr"},
        left_out="Fraktion",
        told=("is the day of no office or body",),
    ),
    ListCase(
        "senators of France",
        PEOPLE,
        """Matricule|Qualité|Nom usuel|Prénom usuel|Date naissance
14001A|M.|Allizard|Pascal|12/07/1962
14002B|Mme|Aïchi|Leila|07/05/1970""",
        {"Pascal Allizard": "honorific=M. born=1962-07-12 id=14001A",
         "Leila Aïchi": "honorific=Mme born=1970-05-07"},
    ),
    ListCase(
        "deputies of Brazil",
        PEOPLE,
        """Nome do Parlamentar|Partido|UF|Telefone|Correio Eletrônico
Abel Mesquita|PDT|RR|3215-5248|abel@camara.example
Adail Carneiro|PHS|CE|3215-5335|adail@camara.example""",
        {"Abel Mesquita": "email=abel@camara.example country="},
        left_out="Partido UF",
    ),
    ListCase(
        "members of the Congress",
        PEOPLE,
        """last_name|first_name|suffix|birthday|gender|state|bioguide_id
Brown|Sherrod||1952-11-09|M|OH|B000944
Young|Todd||1972-08-24|M|IN|Y000064
King|Angus|Jr.|1944-03-31|M|ME|K000383""",
        {"Todd Young": "country= born=1972-08-24", "Angus King": "country= id=K000383"},
        left_out="state",
    ),
    ListCase(
        "a diplomatic list",
        PEOPLE,
        """Name|Title|Mission
H.E. Mr. Ricardo LUNA|Ambassador Extraordinary & Plenipotentiary|Embassy of Peru
Ms Judy WAKHUNGU|Ambassador Extraordinary & Plenipotentiary|Embassy of Kenya
Mr. John SMITH|Chargé d'Affaires a.i.|Embassy of Australia""",
        {"Ricardo LUNA": "honorific=H.E. Mr. stay=Ambassador Extraordinary & Plenipotentiary @"
                         " Embassy of Peru",
         "John SMITH": "stay=Chargé d'Affaires a.i. @ Embassy of Australia"},
    ),
    ListCase(
        "a Spanish diplomatic list",
        PEOPLE,
        """País|Nombre y Apellidos|Cargo|Fecha de presentación de credenciales
Perú|Excmo. Sr. D. Walter Gutiérrez|Embajador|12 de mayo de 2021
Kenia|Excma. Sra. Dª. Grace Mwangi|Embajadora|3 de septiembre de 2018""",
        {"Walter Gutiérrez": "honorific=Excmo. Sr. D. country= stay=Embajador @ Peru",
         "Grace Mwangi": "country= stay=Embajadora @ Kenya"},
        told=("an envoy may be of another",),
        left_out="Fecha de presentación de credenciales",
    ),
    ListCase(
        "a consular list in French",
        PEOPLE,
        """Pays|Poste|Chef de poste|Fonction|Téléphone
Pérou|Consulat général à Genève|Mme Anne Roy|Consule générale|+41 22 555 0100
Chili|Consulat honoraire à Lugano|vacant|Consul honoraire|+41 91 555 0100""",
        {"Anne Roy": "stay=Consule générale @ Consulat général à Genève country="},
        told=("may be where an envoy is from",),
        rejected=1,
        left_out="Pays",
    ),
    ListCase(
        "a consular list in German",
        PEOPLE,
        """Staat|Vertretung|Leiter|Amtsbezeichnung|Amtsbezirk
Peru|Generalkonsulat Frankfurt|Herr Luis Paz|Generalkonsul|Hessen
Chile|Honorarkonsulat Bremen|N.N.|Honorarkonsul|Bremen""",
        {"Luis Paz": "stay=Generalkonsul @ Generalkonsulat Frankfurt"},
        rejected=1,
        left_out="Staat Amtsbezirk",
    ),
    ListCase(
        "ambassadors of Poland",
        PEOPLE,
        """Państwo|Ambasador|Objęcie stanowiska|Zakończenie misji
Peru|Magdalena Śniadecka|21 listopada 2015|30 czerwca 2020
Wietnam|Wojciech Gerwel|12 stycznia 2018|obecnie""",
        {"Magdalena Śniadecka": "stay=Ambasador @ Peru 2015-11-21..2020-06-30 country=",
         "Wojciech Gerwel": "stay=Ambasador @ Viet Nam 2018-01-12.. ongoing family=Gerwel"},
        told=("was read from the heading",),
    ),
    ListCase(
        "envoys in Turkish",
        PEOPLE,
        """Ülke|Büyükelçi|Güven Mektubu Tarihi
Peru|César Bustamante|12 Mayıs 2021
Şili|Rodrigo Arcos|""",
        {"César Bustamante": "stay=Büyükelçi @ Peru country="},
        told=("was read from the heading", "an envoy may be of another"),
        left_out="Güven Mektubu Tarihi",
    ),
    ListCase(
        "officials of Croatia",
        PEOPLE,
        """Ime i prezime|Dužnost|Datum imenovanja
Ivan Horvat|Veleposlanik u Peruu|21. listopada 2015.
Ana Kovač|Generalna konzulica|5. ožujka 2016.""",
        {"Ivan Horvat": "stay=Veleposlanik u Peruu @ Body not named 2015-10-21.."},
        told=("names no body",),
    ),
    ListCase(
        "a cabinet in German",
        TENURES,
        """Ressort|Name|Partei|Amtsantritt|Amtsende
Bundeskanzler|Olaf Scholz|SPD|08.12.2021|06.05.2025
Finanzen|Christian Lindner|FDP|08.12.2021|07.11.2024""",
        {"Olaf Scholz": "stay=Bundeskanzler @ Body not named 2021-12-08..2025-05-06"},
        left_out="Partei",
    ),
    ListCase(
        "a cabinet in Czech",
        TENURES,
        """Úřad|Jméno|Strana|Od|Do
Předseda vlády|Petr Fiala|ODS|17. 12. 2021|úřadující
Ministr financí|Zbyněk Stanjura|ODS|17. 12. 2021|15. 12. 2025""",
        {"Petr Fiala": "stay=Předseda vlády @ Body not named 2021-12-17.. ongoing"},
        left_out="Strana",
    ),
    ListCase(
        "a cabinet in French",
        TENURES,
        """Ministre|Portefeuille|Début|Fin|Gouvernement
Catherine Colonna|Ministre des Affaires étrangères|20 mai 2022|11 janvier 2024|Borne
Stéphane Séjourné|Ministre des Affaires étrangères|11 janvier 2024|21 septembre 2024|Attal""",
        {"Catherine Colonna": "stay=Ministre des Affaires étrangères @ Body not named"
                              " 2022-05-20..2024-01-11"},
        left_out="Gouvernement",
    ),
    ListCase(
        "rulers with a period in one cell",
        PEOPLE,
        """Period|Name|Title|Notes
28 Jul 1980 - 28 Jul 1985|Fernando Belaúnde|President|2nd time
22 Nov 2000 - 28 Jul 2001|Valentín Paniagua|President|interim""",
        {"Fernando Belaúnde": "stay=President @ Body not named 1980-07-28..1985-07-28"},
    ),
    ListCase(
        "ministers with years",
        PEOPLE,
        """Foreign minister|Term
Eda Rivas|2013–2014
Ana Sánchez|2015-2016
Elmer Schialer|since 2024""",
        {"Eda Rivas": "stay=Foreign minister @ Body not named 2013..2014",
         "Ana Sánchez": "stay=Foreign minister @ Body not named 2015..2016",
         "Elmer Schialer": "stay=Foreign minister @ Body not named 2024.. ongoing"},
        told=("was read from the heading",),
    ),
    ListCase(
        "postings of officers",
        TENURES,
        """Officer|Post|From|To
Amb. Ana Ruiz|Ambassador to Chile|2015|2019
Amb. Luis Paz|Ambassador to Kenya|Mar 2019|to date
Amb. Juan Vela|Ambassador to Cuba|2019-2021|""",
        {"Luis Paz": "stay=Ambassador to Kenya @ Kenya 2019-03.. ongoing",
         "Juan Vela": "stay=Ambassador to Cuba @ Cuba 2019..2021"},
    ),
    ListCase(
        "an office in the file's name",
        PEOPLE,
        """Name|Begin|End
Eda Rivas|2013-05-15|2014-06-24
Luis Paz|2014-06-24|""",
        {"Eda Rivas": "stay=Foreign Minister of Peru @ Peru 2013-05-15..2014-06-24"},
        file="foreign-ministers-of-peru",
    ),
    ListCase(
        "an export of personnel",
        PEOPLE,
        """Employee ID|Employee Name|Position Title|Division|Hire Date|Work Email
E-1001|Okafor, Ngozi|Desk Officer|Treaty Section|2015-03-02|ngozi@mfa.example
E-1002|Lindqvist, Erik|Director|Consular Affairs|1999-11-15|erik@mfa.example""",
        {"Ngozi Okafor": "stay=Desk Officer @ Treaty Section 2015-03-02.. id=E-1001"
                          " email=ngozi@mfa.example"},
    ),
    ListCase(
        "committees of a parliament",
        PEOPLE,
        """Committee|Member|Role|Party
Foreign Affairs Committee|Alicia Kearns|Chair|Conservative
Defence Committee|Tobias Ellwood|Chair|Conservative""",
        {"Alicia Kearns": "stay=Chair @ Foreign Affairs Committee"},
        left_out="Party",
    ),
    ListCase(
        "terms of members with their identifier",
        PEOPLE,
        """id|name|group|start_date|end_date|gender
0ab1|Marta Zamora|Unidad|2016-07-28|2019-09-30|female
0ab2|Luis Paz|Fuerza|2016-07-28|2019-09-30|male
0ab1|Marta Zamora|Unidad|2020-03-16||female""",
        {"Marta Zamora": "id=0ab1", "Luis Paz": "id=0ab2"},
        told=("is the day of no office or body",),
        left_out="group",
    ),
    ListCase(
        "a query of Wikidata",
        PEOPLE,
        """item|itemLabel|positionLabel|start|countryLabel
http://www.wikidata.org/entity/Q567|Angela Merkel|Federal Chancellor|2005-11-22T00:00:00Z|Germany
http://www.wikidata.org/entity/Q57|Q57|Prime Minister|2010-01-01T00:00:00Z|Peru""",
        {"Angela Merkel": "stay=Federal Chancellor @ Germany 2005-11-22.. id=Q567"},
        told=("gives no name for Q57",),
    ),
    ListCase(
        "a list of people and bodies",
        PEOPLE,
        """id|schema|name|aliases|birth_date
NK-1|Person|Ivan Sidorov|Сидоров Иван;I. Sidorov|1961-05-03
NK-2|Organization|Northern Trading Bank|NTB|
NK-3|Vessel|Sea Star||""",
        refused="lists people and organizations",
    ),
    ListCase(
        "the people of such a list",
        PEOPLE,
        """id|schema|name|aliases|birth_date
NK-1|Person|Ivan Sidorov|Сидоров Иван;I. Sidorov|1961-05-03
NK-2|Organization|Northern Trading Bank|NTB|
NK-3|Vessel|Sea Star||""",
        {"Ivan Sidorov": "born=1961-05-03 id=NK-1"},
        named=PEOPLE,
        rejected=2,
    ),
    ListCase(
        "films are no people",
        PEOPLE,
        """Title|Director|Year
Red River|Ana Ruiz|1948
Blue Lake|Luis Paz|1951""",
        refused="do not show",
    ),
)  # fmt: skip
