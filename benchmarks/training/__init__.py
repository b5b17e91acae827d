"""Makes the data of the pronunciation room from its sources; no part of the program.

`python -m benchmarks.training words` needs jieba and pypinyin-dict; `… model SHARED` needs the shared development data.
Both write into `audio_edition/pronunciation/data`, always the same bytes for the same sources.
"""
