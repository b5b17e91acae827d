"""Brings what the tests need beyond Python packages: a browser, ffmpeg, Java, fonts. Run as `python -m tests.prepare`.

As root on a Debian system it installs what is missing with apt. Elsewhere it fetches Playwright's Chromium when there is no
browser, and names the rest. Under CI=true a missing tool is a failure.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "ffmpeg": "ffmpeg",
    "ffprobe": "ffmpeg",
    "mp3val": "mp3val",
    "java": "default-jre-headless",
    "chromium": "chromium",
    "gpo": "gpodder",
    "fc-list": "fontconfig",
}
"""Debian packages by the program that they bring."""

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")


def main() -> int:
    missing = [program for program in PACKAGES if not shutil.which(program)]
    packages = {PACKAGES[program] for program in missing} | (set() if FONT.exists() else {"fonts-noto-cjk"})
    if packages and shutil.which("apt-get") and os.geteuid() == 0:
        _apt(packages)
    elif "chromium" in missing:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    lacking = [program for program in PACKAGES if not shutil.which(program)]
    for program in lacking:
        print(f"{program} is missing: tests that need it are skipped; Debian has it in {PACKAGES[program]}", file=sys.stderr)
    return 1 if lacking and os.environ.get("CI") == "true" else 0


def _apt(packages: set[str]) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *sorted(packages)]):
        subprocess.run(["apt-get", *command], check=True, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
