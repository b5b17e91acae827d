"""Calibres of guns in English sentences: the point is not said.

a .38-caliber pistol, a .22 rifle, a .357 Magnum => a thirty-eight caliber pistol, a twenty-two rifle, a three fifty-seven Magnum
a 9mm pistol, 105 mm shells => a nine millimeter pistol, one hundred and five millimeter shells
.50-cal guns and a .303 Lee-Enfield, .08 limit => fifty cal guns and a three oh three Lee-Enfield, point zero eight limit
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.rule import rule

_GUN = (
    r"cal(?:s|iber|ibre)?\b|(?i:magnum|rifles?|pistols?|revolvers?|handguns?|shotguns?|guns?|bullets?|rounds?|shells?|cartridges?"
    r"|carbine|ammunition|ammo|derringer|air rifle|semi-?automatic|automatic|hunting|lever-action|bolt-action|machine gun"
    r"|long rifle|special|service)\b|Winchester|Remington"
    r"|Springfield|Lee-Enfield|Lee Enfield|Colt|Smith|Glock|Ruger|Beretta|ACP|BMG|Auto\b|LR\b"
)


@rule(rf"(?<![\w.)])\.(?P<n>[1-9]\d\d?)(?=[ -]?(?:{_GUN}))", cost=0.9, at=".", needs=" -L")
def calibre(match: re.Match[str]) -> str:
    return english.paired(match["n"])


@rule(rf"(?P<n>\d{{1,3}}(?:\.\d{{1,2}})?)[ -]?mm(?= (?:{_GUN}|howitzers?\b|mortars?\b|artillery\b))", cost=0.9, needs="m")
def bore(match: re.Match[str]) -> str:
    return f"{english.number(match['n'])} millimeter"
