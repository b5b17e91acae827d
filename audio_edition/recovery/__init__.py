"""pages → articles. One file per repair, in an order that one tuple shows.

`recover(files, date=…)` is the room's door: source files in, an Issue with its findings out. A repair is a function
`Sheet -> Sheet` that labels, cuts or moves lines and never drops one; adding one is adding a file, and a name to `REPAIRS`.
"""

from collections.abc import Sequence

from msgspec import structs

from audio_edition import readers
from audio_edition.model.issue import Issue, SourceFile
from audio_edition.model.page import Source
from audio_edition.recovery.ads import label_ads
from audio_edition.recovery.assemble import assemble
from audio_edition.recovery.bodies import label_dialogue, label_lists, label_paragraphs, label_verse
from audio_edition.recovery.briefs import cut_briefs
from audio_edition.recovery.continuations import join_continuations
from audio_edition.recovery.datelines import cut_datelines
from audio_edition.recovery.furniture import drop_furniture
from audio_edition.recovery.jumps import cut_jumps
from audio_edition.recovery.masthead import find_masthead
from audio_edition.recovery.orphans import house_orphans
from audio_edition.recovery.outline import outline
from audio_edition.recovery.pages import lay_out
from audio_edition.recovery.paragraphs import join_paragraphs
from audio_edition.recovery.pictures import label_captions
from audio_edition.recovery.sheet import Repair, Sheet
from audio_edition.recovery.signatures import label_signatures
from audio_edition.recovery.teasers import point_out_teasers
from audio_edition.recovery.wrapped import unwrap

REPAIRS: tuple[Repair, ...] = (
    cut_jumps,
    point_out_teasers,
    find_masthead,
    drop_furniture,
    label_captions,
    label_ads,
    label_verse,
    label_lists,
    label_dialogue,
    cut_briefs,
    cut_datelines,
    label_signatures,
    unwrap,
    outline,
    label_paragraphs,
    join_continuations,
    house_orphans,
    join_paragraphs,
)


def recover(files: Sequence[SourceFile], date: str = "", paper: str = "") -> Issue:
    """The issue that the files hold; `date` (YYYY-MM-DD) and `paper` stand in where no masthead says them.

    Raises IssueError, one line naming the file and what was tried, when there is nothing to read.
    """
    source = readers.read(files)
    if source.issue is not None:
        return source.issue
    sheet = label_lines(source)
    masthead = structs.replace(sheet.masthead, title=sheet.masthead.title or paper, date=sheet.masthead.date or date)
    return Issue(masthead, sheet.lang or "zh-CN", assemble(sheet), sheet.findings, tuple(file.name for file in files))


def label_lines(source: Source) -> Sheet:
    """What every line of a source is."""
    sheet = lay_out(source)
    for repair in REPAIRS:
        sheet = repair(sheet)
    return sheet
