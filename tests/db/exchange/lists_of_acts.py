"""Lists of agreements, events and bodies as registers keep them; `test_lists_of_officers` asks."""

from __future__ import annotations

from tests.db.exchange.list_case import BODIES, EVENTS, TREATIES, ListCase

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
