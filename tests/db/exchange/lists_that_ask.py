"""Lists of agreements, events and bodies with the habits of those who keep them, and tables of
which nobody can tell without being told; `test_lists_of_officers` asks.
"""

from __future__ import annotations

from tests.db.exchange.list_case import BODIES, EVENTS, TREATIES, ListCase

HABITS_OF_ACTS = (
    ListCase(
        "UN status list with footnotes",
        TREATIES,
        """Participant|Treaty|Signature|Ratification, Acceptance(A), Accession(a), Succession(d)
Albania|Vienna Convention|18 Apr 1961|8 Feb 1988
Angola|Vienna Convention||9 Aug 1990 a
Bahamas|Vienna Convention||17 Mar 1977 d
China 2|Vienna Convention||25 Nov 1975 a""",
        {
            "Vienna Convention": "acts=signed,ratified,acceded,succeeded,acceded",
        },
    ),
    ListCase(
        "Persian bodies and Jalali",
        TREATIES,
        """عنوان موافقتنامه|کشور طرف|تاریخ امضا|محل امضا
موافقتنامه همکاری فرهنگی|پرو|۱۳۹۵/۰۲/۱۴|تهران
یادداشت تفاهم حمل و نقل|شیلی|۱۳۹۸/۱۱/۰۵|سانتیاگو
موافقتنامه لغو روادید|کنیا|۱۴۰۱/۰۶/۲۰|نایروبی""",
        {
            "موافقتنامه همکاری فرهنگی": "signed=2016-05-03 place=تهران",
            "یادداشت تفاهم حمل و نقل": "signed=2020-01-25",
            "موافقتنامه لغو روادید": "signed=2022-09-11",
        },
    ),
    ListCase(
        "Summits with year month day",
        EVENTS,
        """Year|Month|Day|Summit|City|Country
2014|6|4|G7 Summit Brussels|Brussels|Belgium
2015|6|7|G7 Summit Elmau|Elmau|Germany
2016|5|26|G7 Summit Ise-Shima|Shima|Japan""",
        {
            "G7 Summit Brussels": "start=2014-06-04 place=Brussels",
            "G7 Summit Elmau": "start=2015-06-07",
            "G7 Summit Ise-Shima": "start=2016-05-26 place=Shima",
        },
    ),
    ListCase(
        "Turkish treaties Gün Ay Yıl",
        TREATIES,
        """Anlaşmanın Adı|Ülke|Gün|Ay|Yıl|Yer
Kültür Anlaşması|Peru|14|3|1998|Lima
Vize Muafiyeti Anlaşması|Şili|2|Kasım|2004|Ankara
Hava Ulaştırma Anlaşması|Kenya|21|7|2011|Nairobi""",
        {
            "Kültür Anlaşması": "signed=1998-03-14 place=Lima",
            "Vize Muafiyeti Anlaşması": "signed=2004-11-02",
            "Hava Ulaştırma Anlaşması": "signed=2011-07-21",
        },
    ),
    ListCase(
        "Greek bodies",
        BODIES,
        """Φορέας|Ακρωνύμιο|Ιστοσελίδα|Έτος ίδρυσης
Υπουργείο Εξωτερικών|ΥΠΕΞ|https://www.mfa.gr|1833
Ελληνική Στατιστική Αρχή|ΕΛΣΤΑΤ|https://www.statistics.gr|2010
Τράπεζα της Ελλάδος|ΤτΕ|https://www.bankofgreece.gr|1927""",
        {
            "Υπουργείο Εξωτερικών": "acronym=ΥΠΕΞ founded=1833",
            "Ελληνική Στατιστική Αρχή": "acronym=ΕΛΣΤΑΤ",
            "Τράπεζα της Ελλάδος": "founded=1927",
        },
    ),
    ListCase(
        "Agreements with 'between' and no parties",
        TREATIES,
        """No.|Instrument|Place and date of signature|Date of entry into force
1|Agreement between Germany and Peru on Air Transport|Lima, 30 April 1962|4 August 1964
2|Agreement between Germany and Chile on Social Security|Santiago, 5 March 1993|1 January 1996
3|Treaty between Germany and Kenya on Investment|Nairobi, 3 May 1996|7 December 2000""",
        {
            "Agreement between Germany and Peru on Air Transport": "in_force=1964-08-04",
            "Agreement between Germany and Chile on Social Security": "in_force=1996-01-01",
            "Treaty between Germany and Kenya on Investment": "in_force=2000-12-07",
        },
    ),
    ListCase(
        "Treaty list with parties in two columns",
        TREATIES,
        """Treaty Title|Country A|Country B|Date Signed|Date In Force|Status
Air Services Agreement|Peru|Chile|12 May 1978|1 June 1979|In force
Extradition Treaty|Peru|Kenya|3 Apr 2001||Not in force
Double Taxation Agreement|Chile|Kenya|8 June 2011|5 May 2013|In force""",
        {
            "Air Services Agreement": "signed=1978-05-12 in_force=1979-06-01 parties=Peru,Chile",
            "Extradition Treaty": "signed=2001-04-03 parties=Peru,Kenya",
            "Double Taxation Agreement": "parties=Chile,Kenya",
        },
        left_out="Status",
    ),
    ListCase(
        "Depositary notifications per act",
        TREATIES,
        """Treaty|State|Action|Date of Notification/Deposit|Date of Effect
Paris Agreement|Peru|Ratification|25/07/2016|04/11/2016
Paris Agreement|Chile|Ratification|10/02/2017|12/03/2017
Paris Agreement|Kenya|Acceptance|28/12/2016|27/01/2017
Paris Agreement|United States of America|Withdrawal|04/11/2019|04/11/2020""",
        {
            "Paris Agreement": "parties=Peru,Chile,Kenya,United States",
        },
    ),
    ListCase(
        "Statistical office, units in headings",
        "",
        """Country|Population (thousands)|Area (km²)|GDP (US$ million)|Growth (%)
Peru|33 715|1 285 216|242 632|2.7
Chile|19 493|756 102|301 025|2.4
Kenya|54 027|580 367|113 420|4.8""",
        refused="name the kind of record",
    ),
    ListCase(
        "Wide matrix of years",
        "",
        """Office|2019|2020|2021
Minister of Foreign Affairs|Ana Ruiz|Ana Ruiz|Luis Paz
Minister of Defence|Eva Mora|Juan Soto|Juan Soto
Minister of Finance|Rosa Gil|Rosa Gil|Rosa Gil""",
        refused="name the kind of record",
    ),
    ListCase(
        "Record sheet on its side",
        "",
        """Name|Ana Ruiz
Position|Ambassador of Peru
Born|12 May 1961
E-mail|ana.ruiz@mre.example
Telephone|+51 1 2043000""",
        refused="name the kind of record",
    ),
    ListCase(
        "Gift register",
        "",
        """Date|Donor|Gift|Value (EUR)|Kept at
12.03.2024|Embassy of Peru|Silver plate|250|Protocol store
03.04.2024|Ministry of Trade|Carpet|1200|Hall
21.05.2024|City of Lima|Painting|800|Library""",
        refused="name the kind of record",
    ),
    ListCase(
        "Votes on resolutions",
        "",
        """Resolution|Date of vote|Yes|No|Abstentions
A/RES/77/1|07.10.2022|100|12|34
A/RES/77/2|14.10.2022|143|5|35
A/RES/77/3|21.10.2022|88|15|60""",
        refused="name the kind of record",
    ),
    ListCase(
        "Statistical codes of countries",
        "",
        """Code|Country|Region|Income group
PER|Peru|Latin America & Caribbean|Upper middle income
CHL|Chile|Latin America & Caribbean|High income
KEN|Kenya|Sub-Saharan Africa|Lower middle income""",
        refused="name the kind of record",
    ),
    ListCase(
        "Trade statistics",
        "",
        """Year|Exports (EUR million)|Imports (EUR million)|Balance
2019|1,234.5|987.6|246.9
2020|1,100.2|1,050.0|50.2
2021|1,450.0|1,200.3|249.7""",
        refused="name the kind of record",
    ),
    ListCase(
        "Kings by reign",
        "",
        """Monarch|House|Reign began|Reign ended
Elizabeth II|Windsor|6 February 1952|8 September 2022
George VI|Windsor|11 December 1936|6 February 1952
Charles III|Windsor|8 September 2022|""",
        refused="name the kind of record",
    ),
    ListCase(
        "Bills that are no treaties",
        "",
        """Bill number|Title|Introduced|Sponsor|Status
HR 101|An Act to amend the Fisheries Code|2021-02-03|Ana Ruiz|Committee
HR 102|An Act on public libraries|2021-02-10|Luis Paz|Passed
HR 103|An Act on school meals|2021-03-01|Eva Mora|Rejected""",
        refused="name the kind of record",
    ),
)
