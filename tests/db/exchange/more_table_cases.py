"""Small tables of further languages that officers meet, as in `table_cases`."""

from __future__ import annotations

from tests.db.exchange.table_cases import Case

# language, kind, table, the title and what the first row says, cut at `~`
_ROWS = """
sv~people~Namn;Födelsedatum;Land|Anna Lind;3 maj 1961;Sverige|Erik Berg;1970;Finland~Anna Lind~1961-05-03
sv~organizations~Organisation;Förkortning;Land|Finansdepartementet;FiD;Sverige|Utrikesdepartementet;UD;Sverige~Finansdepartementet~FiD
sv~agreements~Avtal;Parter;Undertecknat|Handelsavtal;Sverige, Peru;3 maj 2010|Luftfartsavtal;Sverige, Chile;2011~Handelsavtal~2010-05-03
sv~events~Datum;Händelse;Plats|3 maj 2010;Statsbesök;Stockholm|5 maj 2010;Toppmöte;Malmö~Statsbesök~2010-05-03
da~people~Navn;Fødselsdato;Land|Jens Holm;3. maj 1961;Danmark|Mette Krogh;1970;Norge~Jens Holm~1961-05-03
da~organizations~Organisation;Forkortelse;Land|Udenrigsministeriet;UM;Danmark|Finansministeriet;FM;Danmark~Udenrigsministeriet~UM
da~agreements~Aftale;Parter;Undertegnet|Handelsaftale;Danmark, Peru;3. maj 2010|Luftfartsaftale;Danmark, Chile;2011~Handelsaftale~2010-05-03
da~events~Dato;Begivenhed;Sted|3. maj 2010;Statsbesøg;København|5. maj 2010;Topmøde;Aarhus~Statsbesøg~2010-05-03
no~people~Navn;Fødselsdato;Land|Ola Dahl;3. mai 1961;Norge|Kari Moe;1970;Sverige~Ola Dahl~1961-05-03
no~organizations~Organisasjon;Forkortelse;Land|Finansdepartementet;FIN;Norge|Utenriksdepartementet;UD;Norge~Finansdepartementet~FIN
no~agreements~Avtale;Parter;Undertegnet|Handelsavtale;Norge, Peru;3. mai 2010|Luftfartsavtale;Norge, Chile;2011~Handelsavtale~2010-05-03
no~events~Dato;Hendelse;Sted|3. mai 2010;Statsbesøk;Oslo|5. mai 2010;Toppmøte;Bergen~Statsbesøk~2010-05-03
fi~people~Nimi;Syntymäaika;Maa|Matti Virta;3. toukokuuta 1961;Suomi|Liisa Aho;1970;Ruotsi~Matti Virta~1961-05-03
fi~organizations~Organisaatio;Lyhenne;Maa|Ulkoministeriö;UM;Suomi|Valtiovarainministeriö;VM;Suomi~Ulkoministeriö~UM
fi~agreements~Sopimus;Osapuolet;Allekirjoitettu|Kauppasopimus;Suomi, Peru;3. toukokuuta 2010|Lentosopimus;Suomi, Chile;2011~Kauppasopimus~2010-05-03
fi~events~Päivämäärä;Tapahtuma;Paikka|3. toukokuuta 2010;Valtiovierailu;Helsinki|5. toukokuuta 2010;Huippukokous;Turku~Valtiovierailu~2010-05-03
hu~people~Név;Születési dátum;Ország|Nagy János;1961. május 3.;Magyarország|Kiss Éva;1970;Szlovákia~Nagy János~1961-05-03
hu~organizations~Szervezet;Rövidítés;Ország|Pénzügyminisztérium;PM;Magyarország|Külügyminisztérium;KÜM;Magyarország~Pénzügyminisztérium~PM
hu~agreements~Egyezmény;Felek;Aláírás dátuma|Légügyi egyezmény;Magyarország, Peru;2010. május 3.|Kulturális megállapodás;Magyarország, Chile;2011~Légügyi egyezmény~2010-05-03
hu~events~Dátum;Esemény;Helyszín|2010. május 3.;Hivatalos látogatás;Budapest|2010. május 5.;Csúcstalálkozó;Pécs~Hivatalos látogatás~2010-05-03
ro~people~Nume și prenume;Data nașterii;Țara|Ion Popescu;3 mai 1961;România|Ana Marin;1970;Moldova~Ion Popescu~1961-05-03
ro~organizations~Instituție;Acronim;Țara|Ministerul Sănătății;MS;România|Banca Națională;BNR;România~Ministerul Sănătății~MS
ro~agreements~Tratat;Părți;Data semnării|Acord cultural;România, Peru;3 mai 2010|Tratat de pace;România, Chile;2011~Acord cultural~2010-05-03
ro~events~Data;Eveniment;Loc|3 mai 2010;Vizită oficială;București|5 mai 2010;Reuniune bilaterală;Cluj~Vizită oficială~2010-05-03
hr~people~Ime i prezime;Datum rođenja;Država|Ivan Horvat;3. svibnja 1961.;Hrvatska|Ana Kovač;1970;Slovenija~Ivan Horvat~1961-05-03
hr~organizations~Institucija;Kratica;Država|Ministarstvo zdravstva;MZ;Hrvatska|Vijeće Europe;VE;Francuska~Ministarstvo zdravstva~MZ
hr~agreements~Sporazum;Stranke;Datum potpisivanja|Trgovinski sporazum;Hrvatska, Peru;3. svibnja 2010.|Ugovor o prijateljstvu;Hrvatska, Čile;2011~Trgovinski sporazum~2010-05-03
hr~events~Datum;Događaj;Mjesto|3. svibnja 2010.;Službeni posjet;Zagreb|5. svibnja 2010.;Sastanak ministara;Split~Službeni posjet~2010-05-03
sr~people~Име и презиме;Датум рођења;Држава|Иван Петровић;3. мај 1961;Србија|Ана Јовић;1970;Србија~Иван Петровић~1961-05-03
sr~organizations~Организација;Скраћеница;Држава|Министарство здравља;МЗ;Србија|Универзитет у Београду;УБ;Србија~Министарство здравља~МЗ
sr~agreements~Споразум;Стране;Датум потписивања|Трговински споразум;Србија, Перу;3.5.2010|Уговор о пријатељству;Србија, Чиле;2011~Трговински споразум~2010-05-03
sr~events~Датум;Догађај;Место|3.5.2010;Званична посета;Београд|25.5.2010;Састанак министара;Ниш~Званична посета~2010-05-03
sl~people~Ime in priimek;Datum rojstva;Država|Janez Novak;3. maj 1961;Slovenija|Ana Kos;1970;Hrvaška~Janez Novak~1961-05-03
sl~organizations~Ustanova;Kratica;Država|Ministrstvo za zdravje;MZ;Slovenija|Banka Slovenije;BS;Slovenija~Ministrstvo za zdravje~MZ
sl~agreements~Sporazum;Pogodbenice;Datum podpisa|Trgovinski sporazum;Slovenija, Peru;3. maj 2010|Pogodba o prijateljstvu;Slovenija, Čile;2011~Trgovinski sporazum~2010-05-03
sl~events~Datum;Dogodek;Kraj|3. maj 2010;Uradni obisk;Ljubljana|5. maj 2010;Srečanje ministrov;Bled~Uradni obisk~2010-05-03
sk~people~Meno a priezvisko;Dátum narodenia;Krajina|Ján Kováč;3. mája 1961;Slovensko|Eva Malá;1970;Česko~Ján Kováč~1961-05-03
sk~organizations~Inštitúcia;Skratka;Krajina|Ministerstvo zdravotníctva;MZ;Slovensko|Univerzita Komenského;UK;Slovensko~Ministerstvo zdravotníctva~MZ
sk~agreements~Názov zmluvy;Zmluvné strany;Dátum podpisu|Zmluva o priateľstve;Slovensko, Peru;3. mája 2010|Dohoda o doprave;Slovensko, Čile;2011~Zmluva o priateľstve~2010-05-03
sk~events~Dátum;Udalosť;Miesto|3. mája 2010;Štátna návšteva;Bratislava|5. mája 2010;Rokovanie vlád;Nitra~Štátna návšteva~2010-05-03
bg~people~Име и фамилия;Дата на раждане;Държава|Иван Петров;3 май 1961;България|Анна Белева;1970;България~Иван Петров~1961-05-03
bg~organizations~Институция;Съкращение;Държава|Министерство на финансите;МФ;България|Съвет на Европа;СЕ;Франция~Министерство на финансите~МФ
bg~agreements~Споразумение;Страни;Дата на подписване|Споразумение за търговия;България, Перу;3 май 2010|Договор за приятелство;България, Чили;2011~Споразумение за търговия~2010-05-03
bg~events~Дата;Събитие;Място|3 май 2010;Официално посещение;София|5 май 2010;Среща на министрите;Варна~Официално посещение~2010-05-03
ca~people~Nom i cognoms;Data de naixement;País|Anna Puig;3 de maig de 1961;Andorra|Pau Vila;1970;Espanya~Anna Puig~1961-05-03
ca~organizations~Organisme;Sigles;País|Ministeri de Salut;MS;Andorra|Consell d'Europa;CE;França~Ministeri de Salut~MS
ca~agreements~Acord;Parts;Data de signatura|Acord cultural;Andorra, Perú;3 de maig de 2010|Tractat de pau;Andorra, Xile;2011~Acord cultural~2010-05-03
ca~events~Data;Esdeveniment;Lloc|3 de maig de 2010;Visita oficial;Andorra la Vella|5 de maig de 2010;Reunió de ministres;Girona~Visita oficial~2010-05-03
he~people~שם מלא;תאריך לידה;מדינה|דוד לוי;3 במאי 1961;ישראל|רות כהן;1970;ישראל~דוד לוי~1961-05-03
he~organizations~מוסד;קיצור;מדינה|משרד הבריאות;מב;ישראל|בנק ישראל;בי;ישראל~משרד הבריאות~מב
he~agreements~הסכם;צדדים;תאריך חתימה|הסכם סחר;ישראל, פרו;3 במאי 2010|הסכם תרבות;ישראל, צרפת;2011~הסכם סחר~2010-05-03
he~events~תאריך;אירוע;מקום|3 במאי 2010;ביקור רשמי;ירושלים|5 במאי 2010;פגישה מדינית;חיפה~ביקור רשמי~2010-05-03
id~people~Nama lengkap;Tanggal lahir;Negara|Budi Santoso;3 Mei 1961;Indonesia|Siti Rahma;1970;Malaysia~Budi Santoso~1961-05-03
id~organizations~Lembaga;Singkatan;Negara|Kementerian Kesehatan;Kemenkes;Indonesia|Badan Pusat Statistik;BPS;Indonesia~Kementerian Kesehatan~Kemenkes
id~agreements~Nama perjanjian;Para pihak;Tanggal penandatanganan|Perjanjian Perdagangan;Indonesia, Peru;3 Mei 2010|Persetujuan Budaya;Indonesia, Chile;2011~Perjanjian Perdagangan~2010-05-03
id~events~Tanggal;Acara;Tempat|3 Mei 2010;Kunjungan kenegaraan;Jakarta|5 Mei 2010;Pertemuan bilateral;Bali~Kunjungan kenegaraan~2010-05-03
vi~people~Họ và tên;Ngày sinh;Quốc gia|Nguyễn Văn An;3/5/1961;Việt Nam|Trần Thị Bình;25/12/1970;Việt Nam~Nguyễn Văn An~1961-05-03
vi~organizations~Cơ quan;Viết tắt;Quốc gia|Bộ Y tế;BYT;Việt Nam|Ngân hàng Nhà nước;NHNN;Việt Nam~Bộ Y tế~BYT
vi~agreements~Tên hiệp định;Các bên;Ngày ký|Hiệp định thương mại;Việt Nam, Peru;3/5/2010|Hiệp ước hòa bình;Việt Nam, Chile;25/12/2011~Hiệp định thương mại~2010-05-03
vi~events~Ngày;Sự kiện;Địa điểm|3/5/2010;Chuyến thăm chính thức;Hà Nội|25/5/2010;Hội nghị cấp cao;Huế~Chuyến thăm chính thức~2010-05-03
"""


def _cases() -> dict[str, tuple[Case, ...]]:
    found: dict[str, tuple[Case, ...]] = {}
    for line in _ROWS.strip().splitlines():
        language, kind, table, title, says = line.split("~")
        found[language] = (*found.get(language, ()), Case(kind, table, title, says))
    return found


MORE_LANGUAGES = _cases()
