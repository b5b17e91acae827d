"""Makes the data of the pronunciation room from its sources; no part of the program.

`python -m benchmarks.training words` needs jieba and pypinyin-dict, `… traditional` needs opencc-python-reimplemented, `… model
SHARED` the shared development data; they write into `audio_edition/pronunciation/data`. `… phrases` then writes
`audio_edition/recovery/phrases.gz`. Always the same bytes for the same sources.
"""
