"""A desk with people and bodies whose names are near to each other, to match against."""

from __future__ import annotations

from db import (
    HistoricalDate,
    Lens,
    Name,
    Office,
    OfficeRef,
    Organization,
    Person,
    Ref,
    Store,
    Tenure,
)

LENS = Lens("2025-09-15")
# name · country · aliases · an office as "title @ body", with since..until behind a colon
PEOPLE = """
Ishaq Dar|pk|Mohammad Ishaq Dar, اسحاق ڈار|Foreign Minister @ MFA of Pakistan: 2024-03..
Asim Munir|pk|Syed Asim Munir Ahmed Shah|Chief of Army Staff @ Pakistan Army: 2022-11..
Nawaz Sharif|pk||Prime Minister @ Pakistan: 2013-06..2017-07
Shehbaz Sharif|pk||Prime Minister @ Pakistan: 2024-03..
Marco Rubio|us||Secretary of State @ United States Department of State: 2025-01..
Michael Erik Kurilla|us|Michael E. Kurilla|Commander @ CENTCOM: 2022-04..2025-08
Brad Cooper|us||Commander @ CENTCOM: 2025-08..
John Smith|gb||
John Smith|us||
George W. Bush|us||President @ United States: 2001-01..2009-01
George H. W. Bush|us||President @ United States: 1989-01..1993-01
Kim Jong Un|kp|김정은|
Kim Jong Il|kp||
Sergey Lavrov|ru|Сергей Лавров|Foreign Minister @ MFA of Russia: 2004-03..
Hossein Rohani|ir||
Maria Garcia|es||
Mario Garcia|es||
Mohammed bin Salman Al Saud|sa||Crown Prince @ Saudi Arabia: 2017-06..
Salman bin Mohammed Al Saud|sa||
Abdullah bin Zayed Al Nahyan|ae||Minister of Foreign Affairs @ MFA of the UAE: 2006-02..
Abdullah bin Khalifa Al Nahyan|ae||
Kenji Moriyama|jp||Minister for Foreign Affairs @ MFA of Japan: 2022-10..
Tran Quang Hieu|vn||Prime Minister @ Vietnam: 2023-01..
Tran Quang Hien|vn||
Zhang Wei|cn||
Zheng Wei|cn||
Ahmed Attaf|dz||Minister of Foreign Affairs @ MFA of Algeria: 2023-03..
Emmanuel Macron|fr||President @ France: 2017-05..
Brigitte Macron|fr||
Recep Tayyip Erdoğan|tr||President @ Turkey: 2014-08..
Hakan Fidan|tr||Minister of Foreign Affairs @ MFA of Turkey: 2023-06..
Robert Kennedy|us||
Robert Kennedy Jr.|us||
Ali Khan|in||
Ali Khan|pk||
Imran Khan|pk||Prime Minister @ Pakistan: 2018-08..2022-04
Bruno Echeverría Parra|cu||Foreign Minister @ MFA of Cuba: 2009-03..
João Batista Nogueira|br||President @ Brazil: 2023-01..
Volodymyr Zelenskyy|ua||President @ Ukraine: 2019-05..
Kassym-Jomart Tokayev|kz||President @ Kazakhstan: 2019-03..
Bárány Tamás|hu||Prime Minister @ Hungary: 2022-05..
Luo Zhenhai|cn||Vice Premier @ China: 2023-03..
Katharina Lindner-Voss|de||Foreign Minister @ Federal Foreign Office: 2021-12..
Yusuf Rahman|bd||
Yousef Rahman|om||
Hans Friedrich|de||
Friedrich Hans|de||
Ivan Petrov|bg||
Ivana Petrova|bg||
Omar Hassan Ahmed|sd||
Ban Ki-moon|kr||Secretary-General @ United Nations: 2007-01..2016-12
Alberto Figueira|pt||Secretary-General @ United Nations: 2017-01..
Josefa Borràs|es||High Representative @ European Union: 2019-12..
Mohamed Ould Cheikh Sidiya|mr||
Hélène de La Rochebrune|fr||
Miguel Ángel Batista|cu||
Grace Wambugu|ke||
Peter Otieno Ochieng|ke||
Rafael D. Ocampo|ph||
Li Na|cn||
Lina Li|cn||
"""
# name · acronym · country · kind · aliases
BODIES = """
Pakistan||pk|state|
United States|US|us|state|
Saudi Arabia||sa|state|
Vietnam||vn|state|
France||fr|state|
Turkey||tr|state|Türkiye
Brazil||br|state|
Ukraine||ua|state|
Kazakhstan||kz|state|
Hungary||hu|state|
China||cn|state|
Japan||jp|state|
Ministry of Foreign Affairs of Pakistan|FO|pk|ministry|Foreign Office
Ministry of Foreign Affairs of Norway||no|ministry|
Ministry of Foreign Affairs of Russia||ru|ministry|
Ministry of Foreign Affairs of the United Arab Emirates||ae|ministry|
Ministry of Foreign Affairs of Japan|MOFA|jp|ministry|
Ministry of Foreign Affairs of Algeria||dz|ministry|
Ministry of Foreign Affairs of Turkey||tr|ministry|
Ministry of Foreign Affairs of Cuba||cu|ministry|
Ministry of Defence of India||in|ministry|
United States Department of State||us|ministry|State Department
United States Department of Defense|DoD|us|ministry|Pentagon
Federal Foreign Office||de|ministry|
Pakistan Army||pk|armed force|
Indian Army||in|armed force|
Indian Navy||in|armed force|
United States Central Command|CENTCOM|us|command|
Frontier Works Organization|FWO|pk|state company|
National Logistics Corporation|NLC|pk|state company|
Neyveli Lignite Corporation|NLC|in|state company|
United States Strategic Metals|USSM|us|company|
Mota-Engil Group|||company|
World Bank|WB||international body|International Bank for Reconstruction and Development
International Monetary Fund|IMF||international body|
United Nations|UN||international body|
European Union|EU||international body|
European Commission|EC||international body|
African Union|AU||international body|
Association of Southeast Asian Nations|ASEAN||international body|
Economic Community of West African States|ECOWAS||international body|
Central Bank of Iraq||iq|bank|
Central Bank of Iran||ir|bank|
State Bank of Pakistan|SBP|pk|bank|
Asian Development Bank|ADB||bank|
African Development Bank|AfDB||bank|
Supreme Court of India||in|court|
Supreme Court of Pakistan||pk|court|
European Free Trade Association|EFTA||international body|
"""


def fill_desk(store: Store) -> None:
    """Put everybody into an empty desk."""
    people = [line.split("|") for line in PEOPLE.strip().splitlines()]
    offices: dict[str, list[Office]] = {}
    for title, body in sorted({_place(post) for *_, post in people if post}):
        offices.setdefault(body, []).append(Office(title=title))
    bodies = [
        Organization(
            title=title, acronym=acronym, country=country, kind=kind, names=_names(aliases),
            offices=offices.pop(title, []),
        )
        for title, acronym, country, kind, aliases in (
            line.split("|") for line in BODIES.strip().splitlines()
        )
    ]  # fmt: skip
    assert not offices, offices
    store.save(bodies[0], LENS, also=bodies[1:])
    known = {each.title: each for each in bodies}
    records = [
        Person(
            title=name, country=country, names=_names(aliases),
            tenures=[_tenure(post, known)] if post else [],
        )
        for name, country, aliases, post in people
    ]  # fmt: skip
    store.save(records[0], LENS, also=records[1:])


def _place(post: str) -> tuple[str, str]:
    """The title of an office and its body."""
    title, body = (part.strip() for part in post.partition(":")[0].split("@"))
    body = body.replace("MFA", "Ministry of Foreign Affairs")
    body = body.replace("UAE", "United Arab Emirates")
    return title, body.replace("CENTCOM", "United States Central Command")


def _names(aliases: str) -> list[Name]:
    return [Name(text=text.strip()) for text in aliases.split(",") if text.strip()]


def _tenure(post: str, bodies: dict[str, Organization]) -> Tenure:
    title, body = _place(post)
    since, _, until = post.partition(":")[2].strip().partition("..")
    organization = bodies[body]
    office = next(each for each in organization.offices if each.title == title)
    return Tenure(
        office=OfficeRef(office.id, title, Ref(organization.id, body, "organization")),
        since=HistoricalDate.parse(since),
        until=HistoricalDate.parse(until) if until else None,
        end_state="ended" if until else "ongoing",
    )
