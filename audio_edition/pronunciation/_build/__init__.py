"""Builds `data/` from its sources. Not used when the program runs.

`python -m audio_edition.pronunciation._build words` needs jieba and pypinyin-dict; `… train SHARED` needs the training data and numpy.
"""
