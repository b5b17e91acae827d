"""Makes the data of the pronunciation room from its sources; no part of the program.

`python -m benchmarks.training words` needs jieba and pypinyin-dict; `python -m benchmarks.training model SHARED` needs the shared development data.
Both write into `audio_edition/pronunciation/data`; `python -m benchmarks.training phrases` then writes `audio_edition/recovery/phrases.gz`.
Always the same bytes for the same sources.
"""
