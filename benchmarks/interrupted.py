"""Kills builds of the sample issue at random moments, by SIGKILL and SIGINT in turn, and says how many ended as they must.

    python benchmarks/interrupted.py [--kills 200] [--seed 0]

After each kill the published edition must be the old one or the new one; after one more build it must equal, byte for
byte, one that was never interrupted, and no clip that was there may have been spoken again.
"""

import argparse
import random
import signal
import tempfile
from pathlib import Path

from tests.synthesis.test_interrupted import Bench


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    drawn, failed, ended = random.Random(options.seed), list[int](), 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for number in range(options.kills):
            moment, by = drawn.uniform(0.05, 1.1), (signal.SIGKILL, signal.SIGINT)[number % 2]
            try:
                ended += not bench.interrupted(str(number), moment, by)
            except AssertionError as error:
                failed.append(number)
                print(f"kill {number}: {by.name} at {moment:.2f}: {str(error)[:300]}", flush=True)
            if number % 20 == 19:
                print(f"{number + 1} kills, {len(failed)} failed", flush=True)
    print(
        f"{options.kills - len(failed)} of {options.kills} builds ended as if they had not been killed; {ended} had ended before"
    )


if __name__ == "__main__":
    main()
