"""Whether a sum of money stands before a noun as its attribute: a £5m scheme, but £5m was spent."""

import re

_REACH = 60
"""Code points before a sum that may hold what it belongs to."""
_ADJECTIVE = (
    r"(?:annual|big|controversial|cool|expensive|extra|fake|final|first|free|fresh|further|giant|huge|illegal|initial|last|late|latest"
    r"|luxury|major|massive|mere|monthly|new|old|original|planned|proposed|record|reported|rumoured|second|secret|similar|single|special"
    r"|third|weekly|whopping|alleged|estimated|[a-z]+(?:nal|ial|ical|ual|ious)|[a-z]+-[a-z]+(?:-[a-z]+)*)"
)
_QUOTED = r"(?:[‘'“\"](?!s )[A-Za-z -]{2,20}[’'”\"])"
_ARTICLE = re.compile(r"\b[Aa]n? \Z")
_OWNED = re.compile(
    r"(?:\b(?i:an?|the|this|that|his|her|its|their|our|my|your|another|every|any|no|whose)|[A-Za-z][’']s|s[’']) "
    rf"(?:(?:{_ADJECTIVE}|{_QUOTED}),? ){{0,2}}\Z"
)
_PER = re.compile(r"an? (?:hour|day|night|week|month|year|season|head|person|time|share|mile|litre|gallon|ton|tonne) [a-z]")
_CONTRACTED = re.compile(r"\b(?i:it|that|there|here|he|she|what|who|where|how|let)[’']s \Z")
_DESCRIBED = re.compile(rf"(?:\A|[\s(“‘])(?:{_QUOTED}|(?i:{_ADJECTIVE})) \Z")
"""Headlines have no articles."""

_SUM = r"[$£€¥]\d[\d.,]{0,12}(?:bn|mn|tn|[mbk]| [mb]illion)?(?![a-z])"
_TO = re.compile(rf" ?[-—] ?{_SUM}")
_FROM = re.compile(rf"{_SUM} ?[-—] ?\Z")

_CLOSED = (
    # prepositions, conjunctions, particles
    "aboard|about|above|across|after|against|ahead|along|among|around|as|at|away|back|because|before|behind|below|between|beyond"
    "|but|by|clear|despite|down|due|during|except|for|from|if|in|inside|instead|into|less|like|minus|near|nor|of|off|on|once|onto"
    "|or|out|outside|over|owing|past|per|plus|rather|shy|short|since|so|than|thanks|through|throughout|till|to|together|toward"
    "|towards|under|unless|until|up|upon|versus|via|when|where|whereas|whether|which|while|who|whom|whose|why|how|what|with|within"
    "|without|worth|yet|and"
    # articles, pronouns, quantities
    "|a|all|an|another|any|apiece|both|each|either|enough|every|extra|few|half|he|her|hers|him|his|i|it|its|many|me|mine|more|most"
    "|much|my|neither|no|none|not|one|only|other|others|our|ours|she|some|such|that|the|their|theirs|them|these|they|this|those|us"
    "|we|you|your|two|three|twice"
    # verbs
    "|are|am|be|been|being|can|could|did|do|does|done|had|has|have|having|is|may|might|must|shall|should|was|were|will|would"
    "|ain't|aren't|can't|couldn't|didn't|doesn't|don't|isn't|wasn't|weren't|won't|wouldn't"
    "|appears|became|becomes|began|begins|bought|brought|buys|came|comes|covers|fell|forgone|found|gets|given|goes|got|happens"
    "|held|helps|includes|kept|left|lent|lies|looks|lost|made|makes|means|needs|paid|pays|put|ran|remains|represents|rose|runs|saw"
    "|buy|come|go|help|allowing|being|coming|covering|depending|following|going|having|including|leaving|making|missing|owing|paying"
    "|remaining|representing|taking|using"
    "|seems|sent|set|shows|sits|sold|spent|stolen|takes|taken|thrown|took|vanished|went|won"
    # adverbs
    "|again|ago|almost|alone|already|also|altogether|always|annually|anyway|better|cheaper|dearer|else|even|ever|everywhere|higher"
    "|however|just|later|longer|lower|maybe|meanwhile|never|now|often|once|overall|overnight|perhaps|poorer|quite|richer|sometimes"
    "|soon|still|straight|then|there|therefore|too|very|well|wiser|worse|lighter|older"
    # when, and in what
    "|today|tomorrow|tonight|yesterday|last|next|cash|upfront|net|gross"
    # who owes it
    "|bosses|councillors|customers|families|fans|investors|lawmakers|ministers|officials|parents|people|police|residents|staff"
    "|taxpayers|voters|workers"
)
_NO_NOUN = re.compile(
    rf"(?:(?i:{_CLOSED})|(?!family|friendly|early|supply|assembly|(?:dai|week|month|year|quarter)ly [a-z])[a-z]+ly"
    r"|Mrs?|Ms|Dr|Sir|Lord|Lady|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)(?![A-Za-z-])"
)
_PARTICIPLE = re.compile(r"(?!(?:bed|feed|seed|shed|sled|speed|weed|breed|hundred)\b)[a-z]+ed(?![A-Za-z])")
_PRICED = re.compile(
    r"(?:[a-z]+-)?(?:appeal|auction|banknote|bid|bill|bonus|bond|boost|bounty|bribe|budget|bung|burger|campaign|car|ceiling"
    r"|contract|coin|deal|debt|deposit|donation|drama|facelift|fare|fee|film|fine|flat|flop|fraud|fund|gala|gift|giveaway|grant|handout"
    r"|heist|holiday|home|hotel|house|inquiry|investment|jackpot|jet|lawsuit|libel|limit|loan|lottery|makeover|mansion|merger|mortgage"
    r"|move|note|offer|order|overhaul|package|painting|payday|payout|penalty|plan|prize|programme|program|project|purse|raid|ransom"
    r"|refit|refurbishment|revamp|reward|robbery|salary|scam|scandal|scheme|settlement|shortfall|signing|stadium|stake|statue|striker"
    r"|subsidy|superyacht|surcharge|swindle|takeover|theft|thriller|ticket|transfer|upgrade|voucher|watch|winger|yacht)(?![A-Za-z-])"
)
"""What has a price before its name even where no article does; of losses, profits and damages a sum is said apart."""
_SEVERAL = re.compile(
    r"(?:[a-z]+-)?(?:banknotes|bets|bills|bonds|bonuses|boots|bottles|bribes|coins|dresses|fares|fees|fines|flats|grants|handbags"
    r"|homes|houses|jeans|loans|meals|notes|parking|payments|prizes|rebates|salaries|seats|shares|shoes|stamps|tickets|tips|trainers"
    r"|vouchers|watches)(?![A-Za-z-])"
)


def is_attribute(text: str, start: int, end: int) -> bool:
    """Whether the sum [start, end) of a text belongs to the noun behind it; where that is unsure, no.

    >>> [is_attribute(text, 2, 5) for text in ("a £5m scheme", "of £5m was", "A £5m-a-year deal", "at £5m today")]
    [True, False, True, False]
    """
    to = _TO.match(text, end)
    end = to.end() if to else end
    behind = text[end : end + _REACH]
    ahead = _FROM.sub("", text[max(0, start - _REACH) : start])
    if re.match(r"-[a-z]", behind):
        return not behind.startswith(("-plus", "-worth", "-odd")) or bool(_ARTICLE.search(ahead))
    if not re.match(r" [A-Za-z]|,? [‘'“\"][A-Za-z]|,? (?:[a-z]+|\d+)-[a-z]", behind):
        return False
    noun = behind.lstrip(" ,‘'“\"")
    return _is_owned(ahead, noun) or _is_priced(noun)


def _is_owned(ahead: str, noun: str) -> bool:
    """Whether what stands before a sum, such as an article, is of the noun behind it."""
    if _ARTICLE.search(ahead) and _PER.match(noun):
        return True
    if _NO_NOUN.match(noun) or _CONTRACTED.search(ahead):
        return False
    if _ARTICLE.search(ahead):
        return True
    return not _PARTICIPLE.match(noun) and bool(_OWNED.search(ahead) or _DESCRIBED.search(ahead))


def _is_priced(noun: str) -> bool:
    return bool(_PRICED.match(noun) or _SEVERAL.match(noun))
