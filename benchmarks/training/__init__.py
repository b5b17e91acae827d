"""Makes the data of the pronunciation room from its sources; no part of the program.

`python -m training words` needs jieba and pypinyin-dict; `python -m training model SHARED` needs the shared development data.
Both write into `audio_edition/pronunciation/data`; `python -m training phrases` then writes `audio_edition/recovery/phrases.gz`.
Always the same bytes for the same sources.
"""
