"""English abbreviations: the words they stand for, and whether the full stop behind one also ends a sentence."""

import re

from audio_edition.normalization.states import STOPPED

TITLES = {
    "Adm": "Admiral",
    "Ald": "Alderman",
    "Asst": "Assistant",
    "Atty": "Attorney",
    "Brig": "Brigadier",
    "Capt": "Captain",
    "Cllr": "Councillor",
    "Cllrs": "Councillors",
    "Cmdr": "Commander",
    "Col": "Colonel",
    "Const": "Constable",
    "Cpl": "Corporal",
    "Det": "Detective",
    "Dist": "District",
    "Dr": "Doctor",
    "Drs": "Doctors",
    "Fr": "Father",
    "Ft": "Fort",
    "Gen": "General",
    "Gov": "Governor",
    "Govs": "Governors",
    "Hon": "Honourable",
    "Insp": "Inspector",
    "Lt": "Lieutenant",
    "Maj": "Major",
    "Messrs": "Messieurs",
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Msgr": "Monsignor",
    "Mt": "Mount",
    "Pres": "President",
    "Prof": "Professor",
    "Pfc": "Private First Class",
    "Pte": "Private",
    "Pvt": "Private",
    "Rep": "Representative",
    "Reps": "Representatives",
    "Rev": "Reverend",
    "Revd": "Reverend",
    "Rt": "Right",
    "Sen": "Senator",
    "Sens": "Senators",
    "Sgt": "Sergeant",
    "Spc": "Specialist",
    "Supt": "Superintendent",
}
"""Stand before a name."""
GIVEN = {
    "Benj": "Benjamin",
    "Chas": "Charles",
    "Edw": "Edward",
    "Geo": "George",
    "Jas": "James",
    "Jos": "Joseph",
    "Robt": "Robert",
    "Saml": "Samuel",
    "Thos": "Thomas",
    "Wm": "William",
}
"""First names."""
BARE = "Capt|Cllrs?|Cmdr|Col|Cpl|Det|Drs?|Hon|Insp|Lt|Maj|Messrs|Mrs?|Ms|Msgr|Prof|Pte|Revd?|Rt(?= Hon)|Sgt|Supt"
"""Titles that British papers print without the full stop."""
ENDINGS = {
    "Assn": "Association",
    "Bros": "Brothers",
    "Co": "Company",
    "Corp": "Corporation",
    "Dept": "Department",
    "Govt": "Government",
    "Inc": "Incorporated",
    "Jr": "Junior",
    "Ltd": "Limited",
    "Sr": "Senior",
    "Univ": "University",
    "Utd": "United",
    "dept": "department",
    "govt": "government",
}
"""Stand behind a name."""
STREETS = {
    "Ave": "Avenue",
    "Blvd": "Boulevard",
    "Cir": "Circle",
    "Cres": "Crescent",
    "Ct": "Court",
    "Dr": "Drive",
    "Hwy": "Highway",
    "Ln": "Lane",
    "Pkwy": "Parkway",
    "Pl": "Place",
    "Rd": "Road",
    "Sq": "Square",
    "St": "Street",
}
"""Stand behind the name of a street."""
NUMBERED = {
    "Amend": "Amendment",
    "Apt": "Apartment",
    "Art": "Article",
    "Arts": "Articles",
    "Cat": "Category",
    "Ch": "chapter",
    "Exh": "Exhibit",
    "Fig": "figure",
    "Figs": "figures",
    "Hwy": "Highway",
    "NO": "number",
    "No": "number",
    "Nos": "numbers",
    "Para": "Paragraph",
    "Prop": "Proposition",
    "Props": "Propositions",
    "Rt": "Route",
    "Rte": "Route",
    "Sec": "Section",
    "Secs": "Sections",
    "VOL": "volume",
    "Vol": "volume",
    "Vols": "volumes",
    "approx": "approximately",
    "c": "circa",
    "ca": "circa",
    "ch": "chapter",
    "est": "established",
    "fig": "figure",
    "no": "number",
    "nos": "numbers",
    "p": "page",
    "para": "paragraph",
    "paras": "paragraphs",
    "pp": "pages",
    "vol": "volume",
}
"""Stand before a number."""
PHRASES = {
    "approx": "approximately",
    "avg": "average",
    "E.g": "for example",
    "Etc": "et cetera",
    "I.e": "that is",
    "e.g": "for example",
    "est": "estimated",
    "etc": "et cetera",
    "i.e": "that is",
    "incl": "including",
    "p.a": "per annum",
    "v": "versus",
    "vs": "versus",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat")
_HOURS = ("am", "a.m", "pm", "p.m")
_NEVER = frozenset(TITLES) | frozenset(GIVEN) | {"E.g", "I.e", "e.g", "i.e", "v", "vs", "approx", "incl"}
_SELDOM = frozenset(ENDINGS) | frozenset(STREETS) | frozenset((*MONTHS, *_DAYS)) | (frozenset(NUMBERED) - {"No", "no"})
_QUANTITIES = ("m.p.h", "p.a")

_LAST = re.compile(r"(?:^|(?<=[^A-Za-z0-9.]))[A-Za-z]+(?:\.[A-Za-z]+)*\Z")
_INITIALS = re.compile(r"(?:[A-Za-z]{1,2}\.)*[A-Za-z]")
_OF_STATE = re.compile(r"[A-Z][\w.'’-]*, \Z|[DILR]-\Z")
"""Before a state: a city, or a party."""
_PRONOUN = re.compile(r"[a-z,] I\Z")
_LONGEST = 24
"""Code points before a full stop among which its word begins."""
_BEHIND = re.compile(r"[”’\"')\]]*\s+(?P<word>[“‘\"'(\[]*(?:[A-Za-z]+|\d|\S))")
_OPENER = re.compile(
    r"[“‘\"'(\[]*(?:The|An?|He|She|It|They|We|You|I|In|On|At|But|And|For|From|With|After|Before|When|While|If|As|This|That"
    r"|These|Those|There|His|Her|Its|Their|Our|My|Your|No|Not|By|To|Of|Both|Some|Many|Most|Another|All|Since|Under|Over|During"
    r"|Despite|Although|Though|However|Meanwhile|Now|Then|So|Yet|Who|What|Where|Why|How)"
)
"""Words that open sentences and begin no names."""
_CALENDAR = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]{2,3}\Z)")
"""What goes on with a time of day: 8 a.m. Monday, 8 p.m. GMT."""


def ends_sentence(text: str, stop: int) -> bool:
    """Whether the full stop at a place of an English text ends a sentence, not only an abbreviation, an initial or a numeral.

    >>> [ends_sentence(text, text.index(".")) for text in ("Cllr. Hughes", "in 1947. She", "on Main St. The", "J. Smith")]
    [False, True, True, False]
    """
    behind = _BEHIND.match(text, stop + 1)
    if behind is None:
        return not text[stop + 1 :].strip("”’\"')]")
    following = behind["word"]
    if following[-1].islower() and following.lstrip("“‘\"'([")[0].islower():
        return False
    opens = bool(_OPENER.fullmatch(following)) and text[behind.end() : behind.end() + 1] != "."
    last = _LAST.search(text, max(0, stop - _LONGEST), stop)
    if last and last[0] == "I" and _PRONOUN.search(text, max(0, stop - _LONGEST), stop):
        return True
    if last and last[0] in STOPPED and _is_of_state(text, last, following):
        return opens
    if last and last[0] in ("ft", "lb", "lbs", "hr", "hrs", "min") and _GOES_ON.match(text, stop + 1):
        return False
    return _ends_after(last[0], following, opens) if last else _ends_after_number(text, stop, following)


def with_stop(said: str, match: re.Match[str]) -> str:
    """The words for an abbreviation, and the full stop where the sentence ends with it."""
    return f"{said}." if match[0].endswith(".") and ends_sentence(match.string, match.end() - 1) else said


def _is_of_state(text: str, last: re.Match[str], following: str) -> bool:
    """Whether it stands behind a city or a party, or before an office: what else it is, such as Mass, may end a sentence."""
    return following in TITLES or bool(_OF_STATE.search(text, max(0, last.start() - _LONGEST), last.start()))


_GOES_ON = re.compile(r" \d[\d.]* ?(?:in|oz|sec|min)\b")
"""The smaller unit behind a larger one: 6 ft. 2 in., 2 lb. 3 oz."""


def _ends_after(word: str, following: str, opens: bool) -> bool:
    if word in _NEVER or (following.isdigit() and (word in NUMBERED or word in _SELDOM)):
        return False
    if word in _HOURS:
        return not (following.isdigit() or _CALENDAR.match(following))
    if word in _SELDOM or (_INITIALS.fullmatch(word) and word not in _QUANTITIES):
        return opens
    return True


_SENTENCE_BEFORE = re.compile(rf"(?:\b(?:{'|'.join(NUMBERED)})\.|[A-Za-z,“‘\"'(]) ?[^\sA-Za-z]*\Z")


def _ends_after_number(text: str, stop: int, following: str) -> bool:
    """Whether words stand before the number that a full stop follows: `in 1947.`, but `1.` numbers an entry of a list."""
    if not text[stop - 1 : stop].isdigit():
        return True
    return not following.isdigit() and bool(_SENTENCE_BEFORE.search(text, max(0, stop - _LONGEST), stop))
