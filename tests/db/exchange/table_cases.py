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
    "ru": (
        Case(
            PERSON,
            "ФИО;Дата рождения;Страна|Иван Петров;3 мая 1961;Россия|Анна Белова;1970;Беларусь",
            "Иван Петров",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Наименование организации;Сокращение;Страна|Министерство финансов;Минфин;Россия|Банк России;ЦБ;Россия",
            "Министерство финансов",
            "Минфин",
        ),
        Case(
            TREATY,
            "Название договора;Стороны;Дата подписания|Договор о дружбе;Россия, Перу;3 мая 2010|Соглашение о торговле;Россия, Чили;2011",
            "Договор о дружбе",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Дата;Событие;Место|3 мая 2010;Официальный визит;Москва|5 мая 2010;Встреча министров;Минск",
            "Официальный визит",
            "2010-05-03",
        ),
    ),
    "uk": (
        Case(
            PERSON,
            "ПІБ;Дата народження;Країна|Іван Петренко;3 травня 1961;Україна|Олена Бойко;1970;Польща",
            "Іван Петренко",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Назва організації;Скорочення;Країна|Міністерство фінансів;Мінфін;Україна|Рада безпеки;РНБО;Україна",
            "Міністерство фінансів",
            "Мінфін",
        ),
        Case(
            TREATY,
            "Назва договору;Сторони;Дата підписання|Договір про дружбу;Україна, Перу;3 травня 2010|Угода про торгівлю;Україна, Чилі;2011",
            "Договір про дружбу",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Дата;Подія;Місце|3 травня 2010;Офіційний візит;Київ|5 травня 2010;Зустріч міністрів;Львів",
            "Офіційний візит",
            "2010-05-03",
        ),
    ),
    "el": (
        Case(
            PERSON,
            "Ονοματεπώνυμο;Ημερομηνία γέννησης;Χώρα|Γιώργος Παππάς;3 Μαΐου 1961;Ελλάδα|Άννα Νίκα;1970;Κύπρος",
            "Γιώργος Παππάς",
            "1961-05-03",
        ),
        Case(
            BODY,
            "Οργανισμός;Συντομογραφία;Χώρα|Υπουργείο Υγείας;ΥΥ;Ελλάδα|Τράπεζα της Ελλάδος;ΤτΕ;Ελλάδα",
            "Υπουργείο Υγείας",
            "ΥΥ",
        ),
        Case(
            TREATY,
            "Συμφωνία;Μέρη;Ημερομηνία υπογραφής|Συμφωνία φιλίας;Ελλάδα, Περού;3 Μαΐου 2010|Συνθήκη ειρήνης;Ελλάδα, Χιλή;2011",
            "Συμφωνία φιλίας",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "Ημερομηνία;Γεγονός;Τόπος|3 Μαΐου 2010;Επίσημη επίσκεψη;Αθήνα|5 Μαΐου 2010;Σύνοδος κορυφής;Πάτρα",
            "Επίσημη επίσκεψη",
            "2010-05-03",
        ),
    ),
    "ar": (
        Case(
            PERSON,
            "الاسم الكامل;تاريخ الميلاد;البلد|أحمد حسن;3 مايو 1961;مصر|سلمى علي;1970;الأردن",
            "أحمد حسن",
            "1961-05-03",
        ),
        Case(
            BODY,
            "المؤسسة;الاختصار;البلد|وزارة الصحة;وص;مصر|جامعة القاهرة;جق;مصر",
            "وزارة الصحة",
            "وص",
        ),
        Case(
            TREATY,
            "عنوان الاتفاقية;الأطراف;تاريخ التوقيع|اتفاقية التجارة;مصر, الأردن;3 مايو 2010|معاهدة السلام;مصر, تونس;2011",
            "اتفاقية التجارة",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "التاريخ;الحدث;المكان|3 مايو 2010;زيارة رسمية;القاهرة|5 مايو 2010;قمة عربية;تونس",
            "زيارة رسمية",
            "2010-05-03",
        ),
    ),
    "fa": (
        Case(
            PERSON,
            "نام و نام خانوادگی;تاریخ تولد;کشور|علی رضایی;1961;ایران|مریم کریمی;1970;ایران",
            "علی رضایی",
            "1961",
        ),
        Case(
            BODY,
            "سازمان;مخفف;کشور|وزارت بهداشت;وب;ایران|دانشگاه تهران;دت;ایران",
            "وزارت بهداشت",
            "وب",
        ),
        Case(
            TREATY,
            "معاهده;طرفین;تاریخ امضا|موافقتنامه تجاری;ایران, عراق;2010|قرارداد صلح;ایران, ترکیه;2011",
            "موافقتنامه تجاری",
            "2010",
        ),
        Case(
            EVENT,
            "تاریخ;رویداد;مکان|2010-05-03;دیدار رسمی;تهران|2010-05-05;نشست سران;قم",
            "دیدار رسمی",
            "2010-05-03",
        ),
    ),
    "ur": (
        Case(
            PERSON,
            "پورا نام;تاریخ پیدائش;ملک|اسحاق ڈار;1950;پاکستان|حنا ربانی;1977;پاکستان",
            "اسحاق ڈار",
            "1950",
        ),
        Case(
            BODY,
            "ادارہ;مخفف;ملک|وزارت خارجہ;وخ;پاکستان|وزارت خزانہ;وخز;پاکستان",
            "وزارت خارجہ",
            "وخ",
        ),
        Case(
            TREATY,
            "معاہدہ;فریقین;تاریخ دستخط|تجارتی معاہدہ;پاکستان, چین;2010|دفاعی معاہدہ;پاکستان, ترکی;2011",
            "تجارتی معاہدہ",
            "2010",
        ),
        Case(
            EVENT,
            "تاریخ;واقعہ;مقام|2010-05-03;سرکاری دورہ;لاہور|2010-05-05;اہم ملاقات;کراچی",
            "سرکاری دورہ",
            "2010-05-03",
        ),
    ),
    "zh": (
        Case(
            PERSON,
            "姓名;出生日期;国籍|王毅;1953年10月19日;中国|李强;1959年;中国",
            "王毅",
            "1953-10-19",
        ),
        Case(
            BODY,
            "机构名称;简称;国家|外交部;外部;中国|中国人民银行;央行;中国",
            "外交部",
            "外部",
        ),
        Case(
            TREATY,
            "条约名称;缔约方;签署日期|友好条约;中国、秘鲁;2010年5月3日|贸易协定;中国、智利;2011年",
            "友好条约",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "日期;事件;地点|2010年5月3日;正式访问;北京|2010年5月5日;外长会谈;上海",
            "正式访问",
            "2010-05-03",
        ),
    ),
    "ja": (
        Case(
            PERSON,
            "氏名;生年月日;国籍|岸田 文雄;1957年7月29日;日本|林 芳正;1961年;日本",
            "岸田 文雄",
            "1957-07-29",
        ),
        Case(
            BODY,
            "機関名;略称;国|外務省;外;日本|財務省;財;日本",
            "外務省",
            "外",
        ),
        Case(
            TREATY,
            "条約名;締約国;署名日|通商協定;日本、ペルー;2010年5月3日|平和条約;日本、チリ;2011年",
            "通商協定",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "日付;行事;場所|2010年5月3日;首脳会談;東京|2010年5月5日;公式訪問;京都",
            "首脳会談",
            "2010-05-03",
        ),
    ),
    "ko": (
        Case(
            PERSON,
            "성명;생년월일;국적|김민수;1961년 5월 3일;대한민국|이지은;1970년;대한민국",
            "김민수",
            "1961-05-03",
        ),
        Case(
            BODY,
            "기관명;약칭;국가|외교부;외;대한민국|한국은행;한은;대한민국",
            "외교부",
            "외",
        ),
        Case(
            TREATY,
            "조약명;당사국;서명일|무역 협정;대한민국, 페루;2010년 5월 3일|우호 조약;대한민국, 칠레;2011년",
            "무역 협정",
            "2010-05-03",
        ),
        Case(
            EVENT,
            "일자;행사;장소|2010년 5월 3일;정상 회담;서울|2010년 5월 5일;공식 방문;부산",
            "정상 회담",
            "2010-05-03",
        ),
    ),
}
