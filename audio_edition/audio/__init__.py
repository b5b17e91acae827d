"""The only room that knows samples and frames: clips, timeline, loudness, MP3, ID3."""
