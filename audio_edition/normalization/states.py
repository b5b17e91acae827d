"""States and provinces of North America: how newspapers and the post write them in short."""

NAMES = {
    **dict(AL="Alabama", AK="Alaska", AZ="Arizona", AR="Arkansas", CA="California", CO="Colorado", CT="Connecticut"),
    **dict(DE="Delaware", DC="D C", FL="Florida", GA="Georgia", HI="Hawaii", ID="Idaho", IL="Illinois", IN="Indiana", IA="Iowa"),
    **dict(KS="Kansas", KY="Kentucky", LA="Louisiana", ME="Maine", MD="Maryland", MA="Massachusetts", MI="Michigan"),
    **dict(MN="Minnesota", MS="Mississippi", MO="Missouri", MT="Montana", NE="Nebraska", NV="Nevada", NH="New Hampshire"),
    **dict(NJ="New Jersey", NM="New Mexico", NY="New York", NC="North Carolina", ND="North Dakota", OH="Ohio", OK="Oklahoma"),
    **dict(OR="Oregon", PA="Pennsylvania", PR="Puerto Rico", RI="Rhode Island", SC="South Carolina", SD="South Dakota"),
    **dict(TN="Tennessee", TX="Texas", UT="Utah", VT="Vermont", VA="Virginia", WA="Washington", WV="West Virginia"),
    **dict(WI="Wisconsin", WY="Wyoming", AB="Alberta", BC="British Columbia", MB="Manitoba", NB="New Brunswick"),
    **dict(NL="Newfoundland and Labrador", NS="Nova Scotia", ON="Ontario", QC="Quebec", SK="Saskatchewan"),
}
"""By the letters of the post."""
OTHERS = frozenset(("HI", "IN", "MA", "MD", "ME", "OH", "OK", "ON", "OR", "PA"))
"""Letters of the post that are degrees and words too."""
STOPPED = {
    **dict(Ala="AL", Ariz="AZ", Ark="AR", Calif="CA", Cal="CA", Colo="CO", Conn="CT", Del="DE", Fla="FL", Ga="GA", Ida="ID"),
    **dict(Ill="IL", Ind="IN", Kan="KS", Kans="KS", Ky="KY", La="LA", Md="MD", Mass="MA", Mich="MI", Minn="MN", Miss="MS"),
    **dict(Mo="MO", Mont="MT", Neb="NE", Nebr="NE", Nev="NV", Okla="OK", Ore="OR", Pa="PA", Penn="PA", Tenn="TN", Tex="TX"),
    **dict(Vt="VT", Va="VA", Wash="WA", Wis="WI", Wisc="WI", Wyo="WY", Alta="AB", Man="MB", Ont="ON", Que="QC", Sask="SK"),
    **{"D.C": "DC", "N.H": "NH", "N.J": "NJ", "N.M": "NM", "N.Y": "NY", "N.C": "NC", "N.D": "ND", "R.I": "RI", "S.C": "SC"},
    **{"S.D": "SD", "W.Va": "WV", "W. Va": "WV", "B.C": "BC", "N.B": "NB", "N.S": "NS"},
}
"""Letters of the post by what newspapers print before a full stop (AP, CP)."""
