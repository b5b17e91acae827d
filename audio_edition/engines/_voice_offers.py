"""Neural voices that `audio-edition voices install` fetches: where from, how large, and the SHA-256 that they must have.

To offer another voice, add an Offer with the size and the hash of a file that you have heard. Files are those of the
release `tts-models` of k2-fsa/sherpa-onnx; sizes and hashes are what several projects that pin the same files state.
"""

from msgspec import Struct

RELEASE = "https://github.com/k2-fsa/sherpa-onnx/releases/download/tts-models/"


class Offer(Struct, frozen=True):
    """A voice that can be fetched: a .tar.bz2 whose one folder holds the model."""

    name: str
    folder: str
    """Top folder of the archive, and the voice's name in a cast."""
    size: int
    """Bytes of the archive."""
    sha256: str
    lang: str
    license: str
    note: str

    @property
    def file(self) -> str:
        """Name of the archive."""
        return f"{self.folder}.tar.bz2"


OFFERS = (
    Offer(
        name="kokoro",
        folder="kokoro-multi-lang-v1_1",
        size=364_816_464,
        sha256="a3f4c73d043860e3fd2e5b06f36795eb81de0fc8e8de6df703245edddd87dbad",
        lang="zh-CN",
        license="Apache-2.0",
        note="103 speakers of Mandarin and English: kokoro-multi-lang-v1_1#3 to #102",
    ),
    Offer(
        name="melo",
        folder="vits-melo-tts-zh_en",
        size=167_006_755,
        sha256="e58351ed7149f290a54534538badd4077cdbe6fddc964b24d0bee870415d1514",
        lang="zh-CN",
        license="MIT",
        note="one woman, Mandarin and English",
    ),
)
