"""Twenty tables as ministries keep them, each with the records that a careful reader makes of it.

A table is its lines, its cells at `;`. A record is its title and what must stand of it, by the
names that `test_real_looking_tables` reads: dates in EDTF, names in the order of the table.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class TableCase(NamedTuple):
    name: str
    kind: str
    table: str
    records: dict[str, dict[str, Any]]
    left_out: tuple[str, ...] = ()  # columns that have no place on such a record


TABLES = (
    TableCase(
        "Turkish ministers",
        "people",
        """\
Adı Soyadı;Görevi;Göreve Başlama Tarihi;Görevden Ayrılma Tarihi
Ahmet Davutoğlu;Dışişleri Bakanı;1 Mayıs 2009;28 Ağustos 2014
Mevlüt Çavuşoğlu;Dışişleri Bakanı;24 Kasım 2015;3 Haziran 2023
Hakan Fidan;Dışişleri Bakanı;4 Haziran 2023;
""",
        {
            "Ahmet Davutoğlu": {"office": "Dışişleri Bakanı", "since": "2009-05-01",
                                "until": "2014-08-28"},
            "Mevlüt Çavuşoğlu": {"office": "Dışişleri Bakanı", "since": "2015-11-24",
                                 "until": "2023-06-03"},
            "Hakan Fidan": {"office": "Dışişleri Bakanı", "since": "2023-06-04"},
        },
    ),
    TableCase(
        "Korean ambassadors",
        "people",
        """\
성명;직위;주재국;부임일
김영수;주페루 대사;페루;2021년 3월 2일
박지현;주칠레 대사;칠레;2022년 11월 15일
이민호;주케냐 대사;케냐;2020년 7월 1일
""",
        {
            "김영수": {"office": "주페루 대사", "since": "2021-03-02"},
            "박지현": {"office": "주칠레 대사", "since": "2022-11-15"},
            "이민호": {"office": "주케냐 대사", "since": "2020-07-01"},
        },
        ("주재국",),  # where they serve, not whose they are
    ),
    TableCase(
        "Polish treaties",
        "agreements",
        """\
Tytuł umowy;Strony;Data podpisania;Data wejścia w życie;Miejsce
Umowa o ruchu bezwizowym;Polska, Peru;12 maja 2008;1 lipca 2009;Lima
Konwencja konsularna;Polska, Chile;3.10.1996;;Warszawa
Umowa o współpracy kulturalnej;Polska, Wietnam;21 listopada 2015;5 marca 2016;Hanoi
""",
        {
            "Umowa o ruchu bezwizowym": {"signed": "2008-05-12", "in_force": "2009-07-01",
                                         "parties": ["Poland", "Peru"], "place": "Lima"},
            "Konwencja konsularna": {"signed": "1996-10-03", "parties": ["Poland", "Chile"]},
            # listopad is October in Croatia; the headings are Polish
            "Umowa o współpracy kulturalnej": {"signed": "2015-11-21", "in_force": "2016-03-05",
                                               "parties": ["Poland", "Viet Nam"]},
        },
    ),
    TableCase(
        "German consulates",
        "organizations",
        """\
Vertretung;Straße;PLZ;Ort;Land;Telefon;E-Mail
Generalkonsulat Istanbul;İnönü Cad. 10;34437;Istanbul;Türkei;+90 212 555 0100;info@istanbul.example
Honorarkonsulat Arequipa;Calle Sucre 1;04001;Arequipa;Peru;+51 54 555 010;arequipa@hk.example
Botschaft Nairobi;Ludwig Krapf House;00100;Nairobi;Kenia;+254 20 555 0100;info@nairobi.example
""",
        {
            "Generalkonsulat Istanbul": {"phone": "+90 212 555 0100"},
            "Honorarkonsulat Arequipa": {"phone": "+51 54 555 010"},
            "Botschaft Nairobi": {"email": "info@nairobi.example"},
        },
        ("Straße", "PLZ", "Ort"),
    ),
    TableCase(
        "Arabic envoys",
        "people",
        """\
الاسم;المنصب;الدولة;تاريخ التعيين
محمد العلي;سفير فوق العادة;مصر;3 مايو 2010
سارة الخطيب;قنصل عام;المغرب;12 يناير 2015
خالد منصور;سفير غير مقيم;تونس;2019
""",
        {
            "محمد العلي": {"office": "سفير فوق العادة", "since": "2010-05-03"},
            "سارة الخطيب": {"office": "قنصل عام", "since": "2015-01-12"},
            "خالد منصور": {"office": "سفير غير مقيم", "since": "2019"},
        },
    ),
    TableCase(
        "Spanish visits",
        "events",
        """\
Fecha;Actividad;Visitante;País;Lugar
3 de mayo de 2010;Visita oficial del Presidente de Chile;Sebastián Piñera;Chile;Lima
12-14 de junio de 2011;Visita de Estado;Juan Manuel Santos;Colombia;Lima y Cusco
21 de septiembre de 2012;Reunión bilateral;Hillary Clinton;Estados Unidos;Nueva York
""",
        {
            "Visita oficial del Presidente de Chile": {"start": "2010-05-03", "place": "Lima",
                                                       "people": ["Sebastián Piñera"]},
            "Visita de Estado": {"start": "2011-06-12", "end": "2011-06-14",
                                 "people": ["Juan Manuel Santos"]},
            "Reunión bilateral": {"start": "2012-09-21", "people": ["Hillary Clinton"]},
        },
    ),
    TableCase(
        "Ukrainian measures",
        "people",
        """\
№;ПІБ;Дата народження;Громадянство;Посада
1;Коваленко Іван Петрович;12 березня 1965;Україна;депутат
2;Шевчук Олена Миколаївна;03.11.1971;Молдова;радниця
3;Бондар Андрій Олегович;1980;Україна;суддя
""",
        {
            "Коваленко Іван Петрович": {"born": "1965-03-12", "country": "ua", "office": "депутат"},
            "Шевчук Олена Миколаївна": {"born": "1971-11-03", "country": "md",
                                        "office": "радниця"},
            "Бондар Андрій Олегович": {"born": "1980", "office": "суддя"},
        },
    ),
    TableCase(
        "French diplomatic corps",
        "people",
        """\
Pays;Chef de mission;Titre;Lettres de créance
Pérou;Cristina Velita;Ambassadeur extraordinaire et plénipotentiaire;12 mai 2021
Kenya;Judy Wakhungu;Ambassadeur extraordinaire et plénipotentiaire;3 septembre 2018
Chili;Raúl Fernández;Chargé d'affaires;
""",
        {
            "Cristina Velita": {"office": "Ambassadeur extraordinaire et plénipotentiaire"},
            "Judy Wakhungu": {"office": "Ambassadeur extraordinaire et plénipotentiaire"},
            "Raúl Fernández": {"office": "Chargé d'affaires"},
        },
        ("Lettres de créance",),  # not the day that the office began
    ),
    TableCase(
        "Japanese delegation",
        "people",
        """\
氏名;所属;役職
山田太郎;外務省;アジア大洋州局長
佐藤花子;経済産業省;通商政策局長
鈴木一郎;在ペルー日本大使館;特命全権大使
""",
        {
            "山田太郎": {"office": "アジア大洋州局長", "body": "外務省"},
            "佐藤花子": {"office": "通商政策局長", "body": "経済産業省"},
            "鈴木一郎": {"office": "特命全権大使", "body": "在ペルー日本大使館"},
        },
    ),
    TableCase(
        "English protocol list",
        "people",
        """\
Surname;First name;Designation;Mission;Phone
Okafor;Ngozi;First Secretary;Embassy of Nigeria;+51 1 555 0101
Lindqvist;Erik;Counsellor;Embassy of Sweden;+51 1 555 0102
Haddad;Rana;Defence Attaché;Embassy of Jordan;+51 1 555 0103
""",
        {
            "Ngozi Okafor": {"office": "First Secretary", "body": "Embassy of Nigeria",
                             "phone": "+51 1 555 0101"},
            "Erik Lindqvist": {"office": "Counsellor", "body": "Embassy of Sweden"},
            "Rana Haddad": {"office": "Defence Attaché", "body": "Embassy of Jordan"},
        },
    ),
    TableCase(
        "Portuguese agreements",
        "agreements",
        """\
Acordo;Partes;Data de assinatura;Entrada em vigor
Acordo de Cooperação Cultural;Brasil, Angola;21 de fevereiro de 2010;3 de março de 2012
Tratado de Extradição;Brasil, Moçambique;6 de julho de 2007;
Memorando de Entendimento sobre Saúde;Brasil, Cabo Verde;9 de outubro de 2014;9 de outubro de 2014
""",
        {
            "Acordo de Cooperação Cultural": {"signed": "2010-02-21", "in_force": "2012-03-03",
                                              "parties": ["Brazil", "Angola"]},
            "Tratado de Extradição": {"signed": "2007-07-06", "parties": ["Brazil", "Mozambique"]},
            "Memorando de Entendimento sobre Saúde": {"signed": "2014-10-09",
                                                      "in_force": "2014-10-09"},
        },
    ),
    TableCase(
        "Italian embassy staff",
        "people",
        """\
Cognome;Nome;Qualifica;Sede;Email
Bianchi;Laura;Consigliere commerciale;Ambasciata d'Italia a Lima;l.bianchi@esteri.example
De Luca;Marco;Primo segretario;Ambasciata d'Italia a Nairobi;m.deluca@esteri.example
Rossi;Paola;Addetto stampa;Consolato generale a Monaco;p.rossi@esteri.example
""",
        {
            "Laura Bianchi": {"office": "Consigliere commerciale",
                              "body": "Ambasciata d'Italia a Lima"},
            "Marco De Luca": {"office": "Primo segretario",
                              "email": "m.deluca@esteri.example"},
            "Paola Rossi": {"office": "Addetto stampa", "body": "Consolato generale a Monaco"},
        },
    ),
    TableCase(
        "Dutch treaties",
        "agreements",
        """\
Verdrag;Plaats;Ondertekening;Inwerkingtreding
Verdrag inzake luchtvervoer met Peru;Lima;3 mei 1999;1 januari 2001
Protocol tot wijziging van het belastingverdrag;Den Haag;12 oktober 2007;
Overeenkomst over sociale zekerheid met Chili;Santiago;10 maart 2005;1 april 2006
""",
        {
            "Verdrag inzake luchtvervoer met Peru": {"signed": "1999-05-03",
                                                     "in_force": "2001-01-01", "place": "Lima"},
            "Protocol tot wijziging van het belastingverdrag": {"signed": "2007-10-12"},
            "Overeenkomst over sociale zekerheid met Chili": {"signed": "2005-03-10",
                                                              "in_force": "2006-04-01"},
        },
    ),
    TableCase(
        "Czech visits",
        "events",
        """\
Datum;Akce;Místo;Účastníci
3. května 2010;Státní návštěva;Praha;Václav Klaus, Heinz Fischer
12. června 2011;Pracovní schůzka;Brno;Petr Nečas
5. září 2012;Summit V4;Varšava;Petr Nečas, Donald Tusk
""",
        {
            "Státní návštěva": {"start": "2010-05-03", "place": "Praha",
                                "people": ["Václav Klaus", "Heinz Fischer"]},
            "Pracovní schůzka": {"start": "2011-06-12", "people": ["Petr Nečas"]},
            "Summit V4": {"start": "2012-09-05", "people": ["Petr Nečas", "Donald Tusk"]},
        },
    ),
    TableCase(
        "Greek ministers",
        "people",
        """\
Ονοματεπώνυμο;Αξίωμα;Από;Έως
Νίκος Κοτζιάς;Υπουργός Εξωτερικών;23 Σεπτεμβρίου 2015;20 Οκτωβρίου 2018
Γιώργος Κατρούγκαλος;Υπουργός Εξωτερικών;15 Φεβρουαρίου 2019;9 Ιουλίου 2019
Νίκος Δένδιας;Υπουργός Εξωτερικών;9 Ιουλίου 2019;26 Μαΐου 2023
""",
        {
            "Νίκος Κοτζιάς": {"office": "Υπουργός Εξωτερικών", "since": "2015-09-23",
                              "until": "2018-10-20"},
            "Γιώργος Κατρούγκαλος": {"since": "2019-02-15", "until": "2019-07-09"},
            "Νίκος Δένδιας": {"since": "2019-07-09", "until": "2023-05-26"},
        },
    ),
    TableCase(
        "Persian agreements",
        "agreements",
        """\
عنوان موافقتنامه;طرفین;تاریخ امضا
موافقتنامه حمل و نقل هوایی;ایران، ترکیه;۱۳ اردیبهشت ۱۳۸۹
یادداشت تفاهم فرهنگی;ایران، چین;۵ مهر ۱۳۹۴
موافقتنامه استرداد مجرمین;ایران، روسیه;۲۰ دی ۱۳۷۷
""",
        {
            "موافقتنامه حمل و نقل هوایی": {"signed": "2010-05-03", "parties": ["Iran", "Türkiye"]},
            "یادداشت تفاهم فرهنگی": {"signed": "2015-09-27", "parties": ["Iran", "China"]},
            "موافقتنامه استرداد مجرمین": {"signed": "1999-01-10",
                                          "parties": ["Iran", "Russian Federation"]},
        },
    ),
    TableCase(
        "Chinese officials",
        "people",
        """\
姓名;职务;单位;任职时间
王建国;部长;外交部;2013年3月16日
李小红;司长;商务部;2018年5月
张伟;驻秘鲁大使;中国驻秘鲁大使馆;2020年9月1日
""",
        {
            "王建国": {"office": "部长", "body": "外交部", "since": "2013-03-16"},
            "李小红": {"office": "司长", "body": "商务部", "since": "2018-05"},
            "张伟": {"office": "驻秘鲁大使", "body": "中国驻秘鲁大使馆", "since": "2020-09-01"},
        },
    ),
    TableCase(
        "Russian heads of mission",
        "people",
        """\
Страна;Посол;Назначен;Освобождён
Перу;Андрей Гусев;12 мая 2010;3 июня 2015
Чили;Михаил Орловец;21 апреля 2008;9 октября 2014
Кения;Александр Макаренко;2 февраля 2011;
""",
        {
            "Андрей Гусев": {"since": "2010-05-12", "until": "2015-06-03"},
            "Михаил Орловец": {"since": "2008-04-21", "until": "2014-10-09"},
            "Александр Макаренко": {"since": "2011-02-02"},
        },
    ),
    TableCase(
        "English visits",
        "events",
        """\
Date;Visitor;Purpose;Venue
3 May 2010;Ana Ruiz;Courtesy call on the Foreign Minister;Lima
12–14 June 2011;Luis Paz;Signing of the air services agreement;Santiago
1 July 2011;Eva Kurz;Farewell call;Lima
""",
        {
            "Courtesy call on the Foreign Minister": {"start": "2010-05-03", "people": ["Ana Ruiz"],
                                                      "place": "Lima"},
            "Signing of the air services agreement": {"start": "2011-06-12", "end": "2011-06-14",
                                                      "people": ["Luis Paz"]},
            "Farewell call": {"start": "2011-07-01", "people": ["Eva Kurz"]},
        },
    ),
    TableCase(
        "Urdu officers",
        "people",
        """\
نام;عہدہ;محکمہ;تاریخ پیدائش
علی حسن;ڈپٹی سیکرٹری;وزارت خارجہ;3 مئی 1971
فاطمہ جان;ڈائریکٹر;وزارت تجارت;12 جون 1980
عمر خان;سیکشن افسر;وزارت خارجہ;1985
""",
        {
            "علی حسن": {"office": "ڈپٹی سیکرٹری", "body": "وزارت خارجہ", "born": "1971-05-03"},
            "فاطمہ جان": {"office": "ڈائریکٹر", "body": "وزارت تجارت", "born": "1980-06-12"},
            "عمر خان": {"office": "سیکشن افسر", "body": "وزارت خارجہ", "born": "1985"},
        },
    ),
)  # fmt: skip
