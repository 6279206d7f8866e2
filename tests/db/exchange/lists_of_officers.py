"""Tables made from what registers, lists and exports of many countries look like, each with what a
careful clerk makes of it.

A table is its lines; `|` parts its cells. A record is its title and what must stand of it:
`test_lists_of_officers` tells which words. `refused` is a part of the question that is asked
instead, `told` are parts of what must be flagged.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class ListCase(NamedTuple):
    name: str
    kind: str
    table: str
    records: Mapping[str, str] = MappingProxyType({})
    file: str = "list"
    named: str = ""  # the kind that the officer names
    refused: str = ""
    told: tuple[str, ...] = ()
    rejected: int = 0
    left_out: str = ""


PEOPLE, BODIES, TREATIES, EVENTS, TENURES = (
    "people",
    "organizations",
    "agreements",
    "events",
    "tenures",
)

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
        {"Okafor, Ngozi": "stay=Desk Officer @ Treaty Section 2015-03-02.. id=E-1001"
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

OF_TREATIES = (
    ListCase(
        "the United States list",
        TREATIES,
        """TIAS Number|Country|Title|Signed|Place|Entered into Force
TIAS 18-1122|Albania|Agreement on Education|November 22, 2018|Tirana|November 22, 2018
TIAS 20-0101|Multilateral|Protocol on Trade|November 30, 2018|Buenos Aires|July 1, 2020""",
        {"Agreement on Education": "signed=2018-11-22 in_force=2018-11-22 parties=Albania"
                                   " reference=TIAS 18-1122",
         "Protocol on Trade": "parties= signed=2018-11-30"},
        told=("says how many parties there are",),
    ),
    ListCase(
        "a status list below its title",
        TREATIES,
        """Vienna Convention on Diplomatic Relations||
Vienna, 18 April 1961||
||
Participant|Signature|Ratification, Accession(a), Succession(d)
Afghanistan||6 Oct 1965 a
Albania|18 Apr 1961|8 Feb 1988
China 4,5||25 Nov 1975 a
Bahamas||17 Mar 1977 d""",
        {"Vienna Convention on Diplomatic Relations":
         "parties=Afghanistan,Albania,China,Bahamas"
         " acts=acceded,signed,ratified,acceded,succeeded"},
        told=("was read above the headings",),
    ),
    ListCase(
        "a status list without a title",
        TREATIES,
        """Participant|Signature|Ratification
Albania|18 Apr 1961|8 Feb 1988
Peru|18 Apr 1961|18 Dec 1968""",
        refused="are of the parties of one treaty",
    ),
    ListCase(
        "a German list",
        TREATIES,
        """Vertragstitel|Datum der Unterzeichnung|Inkrafttreten|Status
Abkommen über den Luftverkehr|3. Mai 1999|1. Januar 2001|in Kraft
Vertrag über Rechtshilfe|10.03.1985|1.4.1986|außer Kraft""",
        {"Vertrag über Rechtshilfe": "signed=1985-03-10 in_force=1986-04-01"},
        left_out="Status",
    ),
    ListCase(
        "a French list",
        TREATIES,
        """Intitulé de l'accord|Date de signature|Lieu de signature|Date d'entrée en vigueur
Accord relatif aux services aériens|3 mai 1999|Lima|1er janvier 2001
Convention fiscale|12/10/2007|Paris|n/a""",
        {"Accord relatif aux services aériens": "place=Lima in_force=2001-01-01",
         "Convention fiscale": "signed=2007-10-12 place=Paris in_force="},
    ),
    ListCase(
        "a Spanish list",
        TREATIES,
        """Tratado|Fecha de suscripción|Fecha de entrada en vigor|Contraparte
Convenio Cultural|3 de mayo de 1999|1 de enero de 2001|Perú
Tratado de Extradición|12.10.2007|-|Chile""",
        {"Convenio Cultural": "signed=1999-05-03 parties=Peru",
         "Tratado de Extradición": "signed=2007-10-12 parties=Chile"},
    ),
    ListCase(
        "a Turkish list",
        TREATIES,
        """Anlaşmanın Adı|İmza Tarihi|İmza Yeri|Yürürlük Tarihi
Hava Ulaştırma Anlaşması|03.05.1999|Ankara|01.01.2001
Kültür Anlaşması|12.10.2007|Lima|-""",
        {"Hava Ulaştırma Anlaşması": "signed=1999-05-03 in_force=2001-01-01 place=Ankara"},
    ),
    ListCase(
        "a Russian list",
        TREATIES,
        """Наименование|Дата подписания|Место подписания|Дата вступления в силу
Соглашение о сообщении|3 мая 1999 г.|Лима|1 января 2001 г.
Договор о дружбе|12.10.2007|Москва|—""",
        {"Соглашение о сообщении": "signed=1999-05-03 place=Лима in_force=2001-01-01"},
    ),
    ListCase(
        "a Ukrainian list",
        TREATIES,
        """Назва документа|Дата підписання|Набрання чинності|Країна
Угода про сполучення|3 травня 1999 року|1 січня 2001 року|Перу
Договір про дружбу|12.10.2007||Чилі""",
        {"Угода про сполучення": "signed=1999-05-03 in_force=2001-01-01 parties=Peru"},
    ),
    ListCase(
        "a Japanese list",
        TREATIES,
        """条約名|署名日|署名地|発効日|相手国
投資協定|平成20年11月21日|リマ|平成21年12月10日|ペルー
経済連携協定|2007年3月27日|東京|2007年9月3日|チリ""",
        {"投資協定": "signed=2008-11-21 place=リマ in_force=2009-12-10 parties=Peru"},
    ),
    ListCase(
        "an Arabic list",
        TREATIES,
        """الاتفاقية|تاريخ التوقيع|مكان التوقيع|تاريخ النفاذ
اتفاقية النقل الجوي|3 مايو 1999|القاهرة|1 يناير 2001
اتفاقية التعاون الثقافي|12/10/2007|تونس|""",
        {"اتفاقية النقل الجوي": "signed=1999-05-03 place=القاهرة",
         "اتفاقية التعاون الثقافي": "signed=2007-10-12"},
    ),
    ListCase(
        "memoranda with counterparts",
        TREATIES,
        """Title of MoU|Counterpart|Date Signed|Date of Expiry|Focal Point
MoU on Consultations|Ministry of Foreign Affairs of Peru|13/05/2019|12/05/2024|Americas
MoU on Training|Diplomatic Academy of Chile|15/11/2020|Indefinite|Training""",
        {"MoU on Consultations": "parties=Ministry of Foreign Affairs of Peru signed=2019-05-13"
                                 " terminated=2024-05-12"},
        left_out="Focal Point",
    ),
    ListCase(
        "a sum and a note below",
        TREATIES,
        """Treaty|Adopted|Entry into force|Number of parties
Convention on Diversity|5 June 1992|29 December 1993|196
Paris Agreement|12 December 2015|4 November 2016|195
Total|||391
|||
* Source: the depositary|||""",
        {"Convention on Diversity": "in_force=1993-12-29", "Paris Agreement": ""},
        told=("holds sums and no record", "is a note below the table"),
        left_out="Number of parties",
    ),
    ListCase(
        "headings in two rows",
        TREATIES,
        """Register of Treaties||||
Title|Parties|Dates||
||Signature|Entry into force|Expiry
Agreement on Visas|Peru, Chile|2010-05-03|2011-01-01|
Treaty on Rivers|Peru, Cuba|2012-06-04||2030-01-01""",
        {"Agreement on Visas": "signed=2010-05-03 in_force=2011-01-01 parties=Peru,Chile",
         "Treaty on Rivers": "terminated=2030-01-01"},
        told=("The headings stand in rows 2 and 3",),
    ),
    ListCase(
        "numbers of the columns",
        TREATIES,
        """No.|Treaty|Signature date|Parties
1|2|3|4
1|Consular Agreement|3 May 1963|Peru, Chile
2|Rights Convention|5 May 1966|Peru, Cuba""",
        {"Consular Agreement": "signed=1963-05-03 id=1"},
        told=("numbers the columns",),
    ),
    ListCase(
        "chapters of a collection",
        TREATIES,
        """Treaty|Signature date|Parties
CHAPTER III. PRIVILEGES||
Consular Agreement|3 May 1963|Peru, Chile
Chapter IV: Rights||
Rights Convention|5 May 1966|Peru, Cuba""",
        {"Consular Agreement": "signed=1963-05-03", "Rights Convention": "parties=Peru,Cuba"},
        told=("is a heading of the rows below",),
    ),
)  # fmt: skip

OF_EVENTS = (
    ListCase(
        "journeys of a secretary",
        EVENTS,
        """Secretary|Destination|Dates|Remarks
Antony Blinken|Tokyo, Japan|March 15–17, 2021|Met with Foreign Minister Motegi.
Antony Blinken|Seoul, South Korea|March 17–18, 2021|Met with Foreign Minister Chung.
Antony Blinken|Brussels, Belgium|March 22–25, 2021|Attended a ministerial.""",
        {"Antony Blinken to Tokyo, Japan": "start=2021-03-15 end=2021-03-17 place=Tokyo country=jp"
                                           " who=Antony Blinken,Japan"},
    ),
    ListCase(
        "journeys of a president",
        EVENTS,
        """Presidente|País visitado|Ciudad|Fecha inicio|Fecha fin|Motivo
Pedro Castillo|Bolivia|La Paz|30/10/2021|30/10/2021|VI Gabinete Binacional
Pedro Castillo|Estados Unidos|Washington|18/09/2021|23/09/2021|Asamblea General de la ONU
Dina Boluarte|Brasil|Belém|08/08/2023|09/08/2023|Cumbre Amazónica""",
        {"Cumbre Amazónica": "start=2023-08-08 end=2023-08-09 place=Belém country=br"
                             " who=Dina Boluarte,Brazil"},
    ),
    ListCase(
        "a calendar of visits",
        EVENTS,
        """Date|Objet|Invité|Lieu
lundi 3 mai 2021|Entretien avec l'ambassadeur du Pérou|Luis Paz|Paris
5 mai 2021|Signature de l'accord aérien||Paris""",
        {"Entretien avec l'ambassadeur du Pérou": "start=2021-05-03 who=Luis Paz place=Paris"},
    ),
    ListCase(
        "several people in one cell",
        EVENTS,
        """Date|Meeting|Participants
3 May 2021|Bilateral talks on visas|Ana Ruiz, Luis Paz and Eva Kurz
5 May 2021|Trilateral summit|Jean Dupont & Anne Roy
9 May 2021|Trade meeting|Ana Ruiz""",
        {"Bilateral talks on visas": "who=Ana Ruiz,Luis Paz,Eva Kurz",
         "Trilateral summit": "who=Jean Dupont,Anne Roy"},
    ),
    ListCase(
        "summits",
        EVENTS,
        """Summit|Dates|Host country|Location|Chair
1st G7 summit|15–17 November 1975|France|Rambouillet|Valéry Giscard
50th G7 summit|13–15 June 2024|Italy|Fasano|Giorgia Meloni""",
        {"50th G7 summit": "start=2024-06-13 end=2024-06-15 place=Fasano country=it"},
    ),
    ListCase(
        "speeches",
        EVENTS,
        """Date|Speaker|Title|Location
2021-09-21|Joe Biden|Remarks to the General Assembly|New York
2021-09-22|Pedro Castillo|Address to the 76th session|New York""",
        {"Address to the 76th session": "start=2021-09-22 who=Pedro Castillo place=New York"},
    ),
)  # fmt: skip

OF_BODIES = (
    ListCase(
        "organizations in French",
        BODIES,
        """Sigle|Organisation|Siège|Année de création|Site internet
OIF|Organisation internationale de la Francophonie|Paris|1970|www.oif.example
UA|Union africaine|Addis-Abeba|2002|www.ua.example""",
        {"Union africaine": "founded=2002 acronym=UA"},
        left_out="Siège",
    ),
    ListCase(
        "organizations with a year",
        BODIES,
        """Organization Name|Headquarters|Year established
Amnesty International|London|1961
International Chamber of Commerce|Paris|1919""",
        {"Amnesty International": "founded=1961"},
        left_out="Headquarters",
    ),
)  # fmt: skip

CASES = (*OF_PEOPLE, *OF_TREATIES, *OF_EVENTS, *OF_BODIES)
