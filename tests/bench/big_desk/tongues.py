"""The syllables that made-up names are put together from, each beside its native spelling.

`names` combines them; nothing here is a list of real people.
"""

from __future__ import annotations

from dataclasses import dataclass

Pair = tuple[str, str]  # romanised, native


@dataclass(frozen=True, slots=True)
class Tongue:
    """How names are made in one language: countries, forenames, and halves of family names."""

    language: str
    countries: tuple[str, ...]
    given: tuple[Pair, ...]
    starts: tuple[Pair, ...]
    ends: tuple[Pair, ...]
    family_first: bool = False
    is_native: bool = True


def _pairs(text: str) -> tuple[Pair, ...]:
    """`latin=native` pairs, or words that are written as they are read."""
    found = []
    for word in text.split():
        latin, _, native = word.partition("=")
        found.append((latin, native or latin))
    return tuple(found)


def _latin(language: str, countries: str, given: str, starts: str, ends: str) -> Tongue:
    return Tongue(
        language,
        tuple(countries.split()),
        _pairs(given),
        _pairs(starts),
        _pairs(ends),
        is_native=False,
    )


def _native(
    language: str, countries: str, given: str, starts: str, ends: str, *, family_first: bool = False
) -> Tongue:
    return Tongue(
        language,
        tuple(countries.split()),
        _pairs(given),
        _pairs(starts),
        _pairs(ends),
        family_first,
    )


TONGUES = (
    _latin(
        "en",
        "us gb ca au nz ie",
        "James Mary Robert Linda Arthur Susan Thomas Karen Daniel Nancy Peter Emily George Helen"
        " Edward Alice Martin Claire Stephen Rachel Philip Joan Walter Ruth Simon Laura",
        "Ash Black Brook Clay Dun East Fair Green Hart Holl Kings Lang Marsh North Oak Pem Red"
        " Stan Thorn Under Wal West Whit Wood",
        "bury by cott don field ford ham land ley low man mere more ridge son stone ton well wick",
    ),
    _latin(
        "fr",
        "fr be ch sn ci cm",
        "Jean Élise René Hélène Benoît Aurélie Luc Camille Étienne Sophie Gérard Noémie Thierry"
        " Solène Aïssatou Mamadou Fatou Moussa Awa Cheikh",
        "Beau Bel Bois Cham Char Cour Dela Du Font Gran Lac Laval Mar Mont Per Roche Saint Val Ver",
        "bert bois champ court fort lier mont nard pont rand roy ville vin zac",
    ),
    _latin(
        "es",
        "es mx ar co pe cl uy",
        "José María Andrés Lucía Joaquín Inés Raúl Sofía Héctor Pilar Íñigo Carmen Álvaro Elena"
        " Óscar Beatriz Tomás Julia Ramón Ángela",
        "Alv Bar Cast Dom Esp Fern Gal Gut Hern Ib Jim Lar Mal Mont Nav Ort Pal Quint Rom Vald",
        "añez alde ares edo ejo ellos eras ería ez ierra ines osa ueda uño",
    ),
    _latin(
        "de",
        "de at ch lu",
        "Jürgen Anke Götz Bärbel Heinz Ulrike Lothar Käthe Dietrich Renate Günther Heike Matthias"
        " Sabine Rüdiger Gesine",
        "Acker Berg Bruck Drei Eber Feld Grün Hof Kalt Kirch Linden Mühl Neu Ober Rosen Schön Stein"
        " Wald Weiß Ziegel",
        "bach baum berger dorf feld hagen hardt hauer holz huber mann mayer rieder rath stein",
    ),
    _latin(
        "tr",
        "tr az cy",
        "Mehmet Ayşe Çağrı Gülşen İsmail Şule Okan Zeynep Ömer Elif Uğur Nazlı Halûk Sevgi Tuğrul"
        " Deniz",
        "Ak Altın Ay Bal Boz Çelik Demir Doğan Er Gök Gül Kara Kılıç Kor Öz Sarı Tan Yıl",
        "alp bay can çı demir er han kaya lı men oğlu soy taş tepe türk",
    ),
    _latin(
        "sw",
        "ke tz ug rw et ng gh zm",
        "Wanjiru Otieno Asha Juma Neema Baraka Chidi Ngozi Kwame Ama Tesfaye Almaz Mwila Chanda"
        " Olusegun Folake",
        "Aba Ade Chi Kam Kip Mba Mu Mwa Nda Nja Nko Obi Oke Tum Wam Zi",
        "ba bwe de gwa koro la linga mba ndi ngo ni ro sanga to we wu",
    ),
    _native(
        "ar",
        "eg sa iq jo ae kw qa ma tn dz lb om",
        "Ahmad=أحمد Khalid=خالد Fatima=فاطمة Yusuf=يوسف Maryam=مريم Hasan=حسن Layla=ليلى"
        " Tariq=طارق Salma=سلمى Ibrahim=إبراهيم Nadia=نادية Mahmud=محمود Hind=هند Sami=سامي"
        " Rashid=راشد Amina=أمينة",
        "al-Ha=الحا al-Sa=السا al-Ka=الكا al-Ra=الرا al-Ma=الما al-Ja=الجا al-Ba=البا"
        " al-Fa=الفا Na=نا Sha=شا Da=دا Za=زا",
        "di=دي fi=في limi=ليمي mdan=مدان rithi=رثي sani=ساني shimi=شمي tib=تب wari=واري"
        " yani=ياني zim=زم bbar=بار",
    ),
    _native(
        "ur",
        "pk",
        "Ishfaq=اشفاق Bilal=بلال Ayesha=عائشہ Imtiaz=امتیاز Sajida=ساجدہ Naveed=نوید Rabia=رابعہ"
        " Kamran=کامران Zahid=زاہد Saima=صائمہ Waqar=وقار Hina=حنا Jahangir=جہانگیر Tahira=طاہرہ",
        "Ba=با Cha=چا Da=ڈا Gha=غا Ka=کا Kho=کھو Ma=ما Na=نا Qa=قا Ra=را Sa=سا Tha=ٹھا",
        "baz=باز dar=دار gul=گل hani=ہانی jwa=جوہ kar=کر khar=کھر mani=مانی reshi=ریشی"
        " tti=ٹی vaid=وید zai=زئی",
    ),
    _native(
        "fa",
        "ir af tj",
        "Arash=آرش Shirin=شیرین Behrouz=بهروز Parisa=پریسا Dariush=داریوش Laleh=لاله Kaveh=کاوه"
        " Mina=مینا Farhad=فرهاد Nasrin=نسرین Siavash=سیاوش Roya=رویا",
        "Ahma=احمد Bagh=باغ Far=فر Gol=گل Kar=کر Mah=مه Nou=نو Pour=پور Rah=ره Ros=رست"
        " Tah=طه Zar=زر",
        "abadi=آبادی bani=بانی chian=چیان dar=دار i=ی khani=خانی mand=مند nejad=نژاد pour=پور"
        " rouz=روز shahi=شاهی zadeh=زاده",
    ),
    _native(
        "ru",
        "ru by kz kg bg rs mk",
        "Arkady=Аркадий Galina=Галина Lev=Лев Zoya=Зоя Maksim=Максим Raisa=Раиса Timur=Тимур"
        " Nina=Нина Yegor=Егор Larisa=Лариса Gleb=Глеб Vera=Вера Stepan=Степан Alla=Алла",
        "Bara=Бара Bere=Бере Vol=Вол Gor=Гор Dubo=Дубо Zai=Зай Kali=Кали Kov=Ков Lapi=Лапи"
        " Mede=Меде Nov=Нов Orl=Орл Poli=Поли Sido=Сидо Tara=Тара Cher=Чер",
        "din=дин ev=ев kin=кин kov=ков lin=лин nov=нов ov=ов rin=рин shin=шин tsev=цев vin=вин"
        " yagin=ягин",
    ),
    _native(
        "uk",
        "ua",
        "Oksana=Оксана Bohdan=Богдан Yaryna=Ярина Taras=Тарас Iryna=Ірина Ostap=Остап"
        " Halyna=Галина Danylo=Данило Olha=Ольга Maksym=Максим",
        "Boiko=Бойко Havry=Гаври Dani=Дані Kova=Кова Lysen=Лисен Marty=Марти Onysh=Онищ"
        " Petri=Петрі Sydo=Сидо Tka=Тка",
        "chenko=ченко chuk=чук ak=ак enko=енко ets=ець iuk=юк lchuk=льчук lenko=ленко rchuk=рчук"
        " shyn=шин",
    ),
    _native(
        "el",
        "gr cy",
        "Nikos=Νίκος Eleni=Ελένη Kostas=Κώστας Maria=Μαρία Stavros=Σταύρος Dimitra=Δήμητρα"
        " Petros=Πέτρος Zoi=Ζωή Aris=Άρης Ioanna=Ιωάννα",
        "Alex=Αλεξ Angel=Αγγελ Chris=Χρισ Dimi=Δημη Kara=Καρα Kon=Κον Lam=Λαμ Man=Μαν Papa=Παπα"
        " Vasil=Βασιλ",
        "akis=άκης andros=ανδρος eas=έας elis=έλης idis=ίδης iou=ίου opoulos=όπουλος oudis=ούδης"
        " stas=στας topoulou=τοπούλου",
    ),
    _native(
        "hi",
        "in np",
        "Anil=अनिल Sunita=सुनीता Rajesh=राजेश Kavita=कविता Vikram=विक्रम Meera=मीरा Suresh=सुरेश"
        " Lata=लता Mohan=मोहन Asha=आशा Deepak=दीपक Rekha=रेखा",
        "Agra=अग्र Bhat=भट Chan=चन Desh=देश Gau=गौ Ja=ज Kul=कुल Man=मन Nar=नर Raj=राज Sak=सक Shri=श्री",
        "dev=देव kar=कर lal=लाल mani=मणि nath=नाथ pal=पाल pande=पांडे sena=सेना tam=तम"
        " vastava=वास्तव wal=वाल yan=यन",
    ),
    _native(
        "zh",
        "cn sg tw",
        "Wei=伟 Fang=芳 Jianguo=建国 Xiuying=秀英 Ming=明 Lihua=丽华 Zhiqiang=志强 Yan=艳"
        " Haitao=海涛 Guoping=国平 Jing=静 Xinyi=欣怡 Yong=勇 Wenjie=文杰 Shufen=淑芬",
        "Wang=王 Li=李 Zhang=张 Liu=刘 Chen=陈 Yang=杨 Huang=黄 Zhao=赵 Wu=吴 Zhou=周 Xu=徐"
        " Sun=孙 Ma=马 Zhu=朱 Hu=胡 Guo=郭 He=何 Gao=高 Lin=林 Luo=罗",
        "=",
        family_first=True,
    ),
    _native(
        "ko",
        "kr kp",
        "Min-jun=민준 Seo-yeon=서연 Ji-hoon=지훈 Ha-eun=하은 Dong-hyun=동현 Soo-jin=수진"
        " Young-ho=영호 Hye-won=혜원 Sang-woo=상우 Eun-ji=은지",
        "Kim=김 Lee=이 Park=박 Choi=최 Jung=정 Kang=강 Cho=조 Yoon=윤 Jang=장 Lim=임 Han=한 Oh=오",
        "=",
        family_first=True,
    ),
    _native(
        "ka",
        "ge",
        "Giorgi=გიორგი Nino=ნინო Levan=ლევან Tamar=თამარ Davit=დავით Ketevan=ქეთევან Irakli=ირაკლი"
        " Maia=მაია",
        "Abash=აბაშ Bera=ბერა Chkhe=ჩხე Gela=გელა Japa=ჯაფა Kva=კვა Lomi=ლომი Tsere=წერე",
        "dze=ძე idze=იძე shvili=შვილი iani=იანი ava=ავა eli=ელი",
    ),
)
