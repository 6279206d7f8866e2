"""Lists with the habits of those who keep them: names with the family name first, in capitals or
with a mark of a footnote; dates in three columns; titles above and sums below.

`test_lists_of_officers` makes records of them, as of those in `lists_of_officers`.
"""

from __future__ import annotations

from tests.db.exchange.list_case import PEOPLE, TENURES, ListCase

WITH_HABITS = (
    ListCase(
        "Brazilian deputies in capitals",
        PEOPLE,
        """Nome Parlamentar|Partido|UF|Dia Aniversário|Mês Aniversário|Correio Eletrônico|Nome Civil
ABEL MESQUITA JR.|DEM|RR|29|3|dep.abelmesquitajr@camara.leg.br|ABEL SALVADOR MESQUITA JUNIOR
ADAIL CARNEIRO|PP|CE|11|5|dep.adailcarneiro@camara.leg.br|JOSÉ ADAIL CARNEIRO SILVA
MARIA DO ROSÁRIO|PT|RS|22|11|dep.mariadorosario@camara.leg.br|MARIA DO ROSÁRIO NUNES""",
        {
            "ABEL MESQUITA JR.": "family=MESQUITA email=dep.abelmesquitajr@camara.leg.br"
            " aliases=ABEL SALVADOR MESQUITA JUNIOR",
            "ADAIL CARNEIRO": "family=CARNEIRO email=dep.adailcarneiro@camara.leg.br",
            "MARIA DO ROSÁRIO": "email=dep.mariadorosario@camara.leg.br",
        },
        left_out="Partido UF Dia Aniversário Mês Aniversário",
    ),
    ListCase(
        "Hungarian envoys, surname first",
        TENURES,
        """Név|Beosztás|Állomáshely|Kinevezés dátuma|Visszahívás dátuma
Nagy János|rendkívüli és meghatalmazott nagykövet|Lima|2012.03.01.|2016.08.31.
Kovács Éva|főkonzul|São Paulo|2014.09.15.|
Szabó Péter|ideiglenes ügyvivő|Santiago|2019.01.10.|2020.06.30.""",
        {
            "Nagy János": "given=János family=Nagy office=rendkívüli és meghatalmazott nagykövet"
            " since=2012-03-01 until=2016-08-31",
            "Kovács Éva": "family=Kovács office=főkonzul since=2014-09-15",
            "Szabó Péter": "family=Szabó since=2019-01-10 until=2020-06-30",
        },
        left_out="Állomáshely",
    ),
    ListCase(
        "French ministers, surname comma given",
        TENURES,
        """Ministre|Fonction|Début|Fin
Le Drian, Jean-Yves|Ministre de l'Europe et des Affaires étrangères|17/05/2017|20/05/2022
Colonna, Catherine|Ministre de l'Europe et des Affaires étrangères|20/05/2022|11/01/2024
de Villepin, Dominique|Ministre des Affaires étrangères|07/05/2002|31/03/2004""",
        {
            "Jean-Yves Le Drian": "given=Jean-Yves family=Le Drian"
            " office=Ministre de l'Europe et des Affaires étrangères since=2017-05-17"
            " until=2022-05-20",
            "Catherine Colonna": "family=Colonna since=2022-05-20",
            "Dominique de Villepin": "given=Dominique since=2002-05-07 until=2004-03-31",
        },
    ),
    ListCase(
        "Diplomatic list with title rows, honorifics, footnotes",
        PEOPLE,
        """DIPLOMATIC LIST||||
Protocol Department – January 2024||||
||||
Country|Name|Title|Date of Credentials|Tel.
Peru|H.E. Mr. Carlos RUIZ *|Ambassador E. and P.|12 March 2021|+49 30 1234567
Chile|H.E. Ms. María Elena TORO|Ambassador E. and P.|3 June 2022|+49 30 7654321
Kenya|Mr. John MWANGI ¹|Chargé d'affaires a.i.|1 September 2023|+49 30 1122334
||||
* Dean of the Diplomatic Corps||||
¹ Since the departure of the Ambassador||||""",
        {
            "Carlos RUIZ": "family=RUIZ office=Ambassador E. and P. phone=+49 30 1234567",
            "María Elena TORO": "family=TORO phone=+49 30 7654321",
            "John MWANGI": "family=MWANGI",
        },
        left_out="Date of Credentials",
    ),
    ListCase(
        "Honorary consuls",
        PEOPLE,
        """Post|Honorary Consul|Address|Telephone|E-mail|Jurisdiction
Arequipa|Mr. Hans Weber|Av. Ejército 101, Arequipa|+51 54 123456|arequipa@hk.example|Dep. Arequipa
Cusco|Mrs. Rosa Quispe de Müller|Calle Plateros 5, Cusco|+51 84 223344|cusco@hk.example|Dep. Cusco
Iquitos|Dr. Max Drollinger|Jr. Próspero 22, Iquitos|+51 65 998877|iquitos@hk.example|Dep. Loreto""",
        {
            "Hans Weber": "phone=+51 54 123456 email=arequipa@hk.example",
            "Rosa Quispe de Müller": "email=cusco@hk.example",
            "Max Drollinger": "phone=+51 65 998877",
        },
        left_out="Address Jurisdiction",
    ),
    ListCase(
        "Polish deputies surname first",
        PEOPLE,
        """Lp.|Nazwisko i imię|Klub|Okręg|Data ślubowania
1|Kowalski Jan|KO|19 Warszawa|12-11-2019
2|Nowak-Zielińska Anna|PiS|13 Kraków|12-11-2019
3|Wiśniewski Piotr|PSL|3 Wrocław|13-11-2023""",
        {
            "Jan Kowalski": "given=Jan family=Kowalski",
            "Anna Nowak-Zielińska": "given=Anna family=Nowak-Zielińska",
            "Piotr Wiśniewski": "family=Wiśniewski",
        },
        left_out="Lp. Klub Okręg Data ślubowania",
    ),
    ListCase(
        "Dutch staff with tussenvoegsel",
        PEOPLE,
        """Achternaam|Tussenvoegsel|Voornaam|Functie|Ingangsdatum|Einddatum
Bijl|de|Karin|Ambassadeur|01-09-2018|31-08-2022
Berg|van den|Pieter|Consul-generaal|01-08-2020|
Jansen||Anouk|Tweede secretaris|15-01-2021|""",
        {
            "Karin de Bijl": "given=Karin office=Ambassadeur since=2018-09-01 until=2022-08-31",
            "Pieter van den Berg": "given=Pieter since=2020-08-01",
            "Anouk Jansen": "family=Jansen since=2021-01-15",
        },
    ),
    ListCase(
        "Italian heads, COGNOME Nome",
        TENURES,
        """Cognome e nome|Incarico|Data inizio|Data fine
DI MAIO Luigi|Ministro degli Affari Esteri|05/09/2019|22/10/2022
TAJANI Antonio|Ministro degli Affari Esteri|22/10/2022|
MOAVERO MILANESI Enzo|Ministro degli Affari Esteri|01/06/2018|05/09/2019""",
        {
            "Luigi DI MAIO": "given=Luigi family=DI MAIO since=2019-09-05 until=2022-10-22",
            "Antonio TAJANI": "family=TAJANI",
            "Enzo MOAVERO MILANESI": "family=MOAVERO MILANESI given=Enzo",
        },
    ),
    ListCase(
        "Birth in three columns",
        PEOPLE,
        """name|birth_year|birth_month|birth_day|death_year|country
Ana Ruiz|1961|5|12||Peru
Luis Paz|1948|11|3|2011|Chile
Eva Mora|1970||||Kenya""",
        {
            "Ana Ruiz": "born=1961-05-12 country=pe",
            "Luis Paz": "born=1948-11-03 died=2011",
            "Eva Mora": "born=1970",
        },
    ),
    ListCase(
        "Swedish ambassadors (no headings of its language)",
        TENURES,
        """Namn|Befattning|Tillträdde|Avgick
Anna Lindqvist|Ambassadör|2014-09-01|2018-08-31
Per Åkerlund|Generalkonsul|2016-01-15|
Karin Nyström|Ministerråd|2019-03-01|2022-02-28""",
        {
            "Anna Lindqvist": "office=Ambassadör since=2014-09-01 until=2018-08-31",
            "Per Åkerlund": "office=Generalkonsul",
            "Karin Nyström": "since=2019-03-01",
        },
    ),
    ListCase(
        "Attachés with ranks",
        PEOPLE,
        """Rank|Name|Service|Post|Assumed duty
COL|James T. Kirk|Army|Defence Attaché Lima|15 JUL 2021
CDR|Mary Ann Smith|Navy|Naval Attaché Santiago|01 AUG 2022
LTC|Robert de la Cruz|Air Force|Air Attaché Nairobi|30 JUN 2020""",
        {
            "James T. Kirk": "family=Kirk office=Defence Attaché Lima since=2021-07-15",
            "Mary Ann Smith": "since=2022-08-01",
            "Robert de la Cruz": "office=Air Attaché Nairobi since=2020-06-30",
        },
        left_out="Rank",
    ),
    ListCase(
        "Romanian deputies",
        PEOPLE,
        """Nr. crt.|Numele și prenumele|Grup parlamentar|Data validării mandatului
1|Popescu Ion|PNL|21.12.2020
2|Ionescu Maria-Elena|USR|21.12.2020
3|Georgescu Andrei|PSD|10.02.2022""",
        {
            "Ion Popescu": "given=Ion family=Popescu",
            "Maria-Elena Ionescu": "given=Maria-Elena family=Ionescu",
            "Andrei Georgescu": "family=Georgescu",
        },
        left_out="Nr. crt. Grup parlamentar",
    ),
    ListCase(
        "ФИО with initials",
        PEOPLE,
        """ФИО|Должность|Период
Иванов И. И.|посол|2003–2007
Петрова А. С.|временный поверенный|2007–2009
Сидоров П. К.|посол|2009–н.в.""",
        {
            "Иванов И. И.": "family=Иванов office=посол since=2003 until=2007",
            "Петрова А. С.": "since=2007 until=2009",
            "Сидоров П. К.": "since=2009 until=",
        },
    ),
    ListCase(
        "Turkish ambassadors capital surname last",
        TENURES,
        """Adı Soyadı|Unvanı|Görev Yeri|Göreve Başlama|Ayrılış
Ahmet YILMAZ|Büyükelçi|Lima|01.09.2015|31.08.2019
Ayşe DEMİR KAYA|Başkonsolos|Münih|15.01.2018|
Mehmet ÖZTÜRK|Büyükelçi|Nairobi|03.03.2020|""",
        {
            "Ahmet YILMAZ": "family=YILMAZ office=Büyükelçi since=2015-09-01 until=2019-08-31",
            "Ayşe DEMİR KAYA": "family=DEMİR KAYA since=2018-01-15",
            "Mehmet ÖZTÜRK": "since=2020-03-03",
        },
        left_out="Görev Yeri",
    ),
    ListCase(
        "Committee membership with role and dates",
        TENURES,
        """Member|Committee|Role|Start|End
Ana Ruiz|Foreign Affairs Committee|Chair|2019-12-01|2022-06-30
Luis Paz|Foreign Affairs Committee|Member|2019-12-01|
Eva Mora|Defence Committee|Vice-Chair|2020-02-15|""",
        {
            "Ana Ruiz": "body=Foreign Affairs Committee since=2019-12-01 until=2022-06-30",
            "Luis Paz": "office=Member",
            "Eva Mora": "office=Vice-Chair body=Defence Committee",
        },
    ),
    ListCase(
        "UN officials, name Mr./Ms. column",
        PEOPLE,
        """Salutation|First Name|LAST NAME|Functional Title|Entity|Email
Ms.|Ana|RUIZ VEGA|Director|Department of Political Affairs|ana@un.example
Mr.|Jean-Luc|DUPONT|Chief of Section|Office of Legal Affairs|jl@un.example
Mr.|Kwame|ASANTE|Officer|Treaty Section|kwame@un.example""",
        {
            "Ana RUIZ VEGA": "given=Ana family=RUIZ VEGA office=Director"
            " body=Department of Political Affairs",
            "Jean-Luc DUPONT": "office=Chief of Section honorific=Mr.",
            "Kwame ASANTE": "body=Treaty Section",
        },
    ),
    ListCase(
        "Ukrainian ФИО in one column",
        PEOPLE,
        """Прізвище, ім'я, по батькові|Посада|Дата призначення
Коваленко Олена Іванівна|посол|12.03.2019
Бондаренко Сергій Петрович|генеральний консул|25.06.2020
Шевчук Тарас Олегович|радник|03.11.2021""",
        {
            "Коваленко Олена Іванівна": "family=Коваленко office=посол since=2019-03-12",
            "Бондаренко Сергій Петрович": "family=Бондаренко",
            "Шевчук Тарас Олегович": "since=2021-11-03",
        },
    ),
    ListCase(
        "Spanish Apellidos y nombres in one cell",
        PEOPLE,
        """N°|APELLIDOS Y NOMBRES|CARGO|TELÉFONO
1|RUIZ VEGA, ANA MARÍA|DIRECTORA GENERAL|2043100
2|PAZ SOLDÁN, LUIS|SUBDIRECTOR|2043101
3|MORA QUISPE, EVA|JEFA DE DEPARTAMENTO|2043102""",
        {
            "ANA MARÍA RUIZ VEGA": "given=ANA MARÍA family=RUIZ VEGA office=DIRECTORA GENERAL",
            "LUIS PAZ SOLDÁN": "family=PAZ SOLDÁN",
            "EVA MORA QUISPE": "family=MORA QUISPE",
        },
        left_out="N°",
    ),
    ListCase(
        "Vacant posts",
        PEOPLE,
        """Mission|Ambassador|Presented credentials
Lima|Ana Ruiz|2019-03-12
Santiago|VACANT|
Nairobi|Luis Paz|2021-06-25""",
        {
            "Ana Ruiz": "",
            "Luis Paz": "",
        },
        rejected=1,
        left_out="Presented credentials",
    ),
    ListCase(
        "Vietnamese",
        TENURES,
        """Họ và tên|Chức vụ|Từ ngày|Đến ngày
Nguyễn Văn An|Đại sứ|12/03/2019|25/06/2022
Trần Thị Mai|Tổng lãnh sự|15/07/2020|
Lê Minh Tuấn|Bí thư thứ nhất|21/11/2021|""",
        {
            "Nguyễn Văn An": "family=Nguyễn office=Đại sứ since=2019-03-12 until=2022-06-25",
            "Trần Thị Mai": "since=2020-07-15",
            "Lê Minh Tuấn": "family=Lê",
        },
    ),
    ListCase(
        "Person list with age and no office",
        PEOPLE,
        """Nombre|Apellido paterno|Apellido materno|Fecha de nacimiento|Sexo
Ana María|Ruiz|Vega|12/05/1961|F
Luis|Paz|Soldán|23/11/1948|M
Eva|Mora|Quispe|30/01/1970|F""",
        {
            "Ana María Ruiz Vega": "given=Ana María family=Ruiz Vega born=1961-05-12",
            "Luis Paz Soldán": "born=1948-11-23",
            "Eva Mora Quispe": "born=1970-01-30",
        },
    ),
)
