"""pages → articles. One file per repair, in an order that one tuple shows.

`recover(files, date=…)` is the room's door: source files in, an Issue with its findings out. A repair is a function
`Sheet -> Sheet` that labels, cuts or moves lines and never drops one; adding one is adding a file, and a name to `REPAIRS`.
"""

from collections.abc import Sequence

from msgspec import structs

from audio_edition import readers
from audio_edition.model.dates import is_day
from audio_edition.model.finding import Finding
from audio_edition.model.issue import Issue, SourceFile
from audio_edition.model.page import Source
from audio_edition.readers.structure import is_structure, recorded_hash, source_hash
from audio_edition.recovery.accounts import doubts, unaccounted
from audio_edition.recovery.addressees import label_addressees
from audio_edition.recovery.ads import label_ads
from audio_edition.recovery.artworks import label_artworks
from audio_edition.recovery.assemble import assemble
from audio_edition.recovery.bodies import label_dialogue, label_lists, label_paragraphs
from audio_edition.recovery.breaks import mend_breaks
from audio_edition.recovery.briefs import cut_briefs
from audio_edition.recovery.chatter import label_chatter
from audio_edition.recovery.continuations import join_continuations
from audio_edition.recovery.controls import label_controls
from audio_edition.recovery.datelines import cut_datelines
from audio_edition.recovery.digests import cut_digests
from audio_edition.recovery.divisions import open_divisions
from audio_edition.recovery.drop_caps import join_drop_caps
from audio_edition.recovery.emphasis import plain_names
from audio_edition.recovery.entries import label_entries
from audio_edition.recovery.furniture import drop_furniture
from audio_edition.recovery.geometry import place_notices, rank_by_size
from audio_edition.recovery.glued import cut_glued
from audio_edition.recovery.headlines import label_sentences
from audio_edition.recovery.imprints import drop_imprints
from audio_edition.recovery.indexes import drop_indexes
from audio_edition.recovery.jumps import cut_jumps
from audio_edition.recovery.languages import language
from audio_edition.recovery.leads import cut_leads
from audio_edition.recovery.masthead import find_masthead
from audio_edition.recovery.misprints import misprints
from audio_edition.recovery.mottos import label_mottos
from audio_edition.recovery.offers import label_offers
from audio_edition.recovery.orphans import house_orphans
from audio_edition.recovery.outline import outline
from audio_edition.recovery.pages import lay_out
from audio_edition.recovery.paragraphs import join_paragraphs
from audio_edition.recovery.pictures import label_captions
from audio_edition.recovery.poems import label_poems
from audio_edition.recovery.posts import label_posts
from audio_edition.recovery.printed import join_printed
from audio_edition.recovery.reading_order import order_columns
from audio_edition.recovery.rolls import label_rolls
from audio_edition.recovery.sheet import Repair, Sheet
from audio_edition.recovery.signatures import label_signatures
from audio_edition.recovery.slugs import label_slugs
from audio_edition.recovery.stories import cut_photographers
from audio_edition.recovery.strays import return_strays
from audio_edition.recovery.tables import label_table_titles
from audio_edition.recovery.teasers import point_out_teasers
from audio_edition.recovery.transcripts import label_fields
from audio_edition.recovery.units import cut_labels, mark_units, strip_brackets
from audio_edition.recovery.verse import label_verse
from audio_edition.recovery.watermarks import label_watermarks
from audio_edition.recovery.woven import flag_woven
from audio_edition.recovery.wrapped import unwrap

REPAIRS: tuple[Repair, ...] = (
    order_columns,
    rank_by_size,
    place_notices,
    open_divisions,
    label_watermarks,
    label_chatter,
    label_slugs,
    label_controls,
    label_fields,
    join_drop_caps,
    join_printed,
    flag_woven,
    unwrap,
    cut_jumps,
    cut_glued,
    mend_breaks,
    drop_indexes,
    point_out_teasers,
    find_masthead,
    label_mottos,
    drop_furniture,
    drop_imprints,
    cut_leads,
    label_addressees,
    label_artworks,
    label_captions,
    label_ads,
    label_offers,
    plain_names,
    label_poems,
    label_verse,
    label_rolls,
    label_lists,
    label_entries,
    label_dialogue,
    cut_digests,
    cut_briefs,
    cut_datelines,
    label_posts,
    label_signatures,
    cut_photographers,
    mark_units,
    label_sentences,
    label_table_titles,
    cut_labels,
    outline,
    strip_brackets,
    label_paragraphs,
    return_strays,
    join_continuations,
    house_orphans,
    join_paragraphs,
)


def recover(files: Sequence[SourceFile], date: str = "", paper: str = "") -> Issue:
    """The issue that the files hold; `date` (a day, YYYY-MM-DD) and `paper` stand in where no masthead says them, and where
    it says a date that there is not.

    A structure file among the files is preferred to the pages; what was corrected in it stays, even when the pages have changed.
    Raises IssueError, one line naming the file and what was tried, when there is nothing to read.
    """
    corrected = next((file for file in files if is_structure(file)), None)
    if corrected is not None:
        return _corrected(corrected, [file for file in files if not is_structure(file)])
    source, sheet = label_lines(files)
    told = structs.replace(sheet.masthead, title=sheet.masthead.title or paper, date=sheet.masthead.date or date)
    masthead = told if is_day(told.date) else structs.replace(told, date=date)
    articles = assemble(sheet)
    findings = (*sheet.findings, *doubts(sheet.lines), *misprints(articles, told), *unaccounted(source, sheet, files))
    left_out = {finding.where for finding in findings if finding.code in ("R102", "R103")}
    names = tuple(file.name for file in files if file.name not in left_out)
    return Issue(masthead, sheet.lang or language(sheet.lines), articles, findings, names)


def _corrected(file: SourceFile, pages: Sequence[SourceFile]) -> Issue:
    issue = readers.read([file]).issue
    assert issue is not None
    changed = bool(pages) and recorded_hash(file) not in ("", source_hash(pages))
    found = (
        Finding("S301", f"the pages have changed since {file.name} was written; what it says is used", file.name)
        if changed
        else None
    )
    said = found or Finding("S300", f"read from {file.name}, not from the pages", file.name, "note")
    return structs.replace(issue, findings=(*issue.findings, said)) if pages else issue


def label_lines(files: Sequence[SourceFile]) -> tuple[Source, Sheet]:
    """What the reader found, and what every line of it is."""
    source = readers.read(files)
    sheet = lay_out(source)
    for repair in REPAIRS:
        sheet = repair(sheet)
    return source, sheet
