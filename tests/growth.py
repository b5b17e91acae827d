"""How much longer more takes: what grows with the square of its input hangs on a hostile one, whatever the machine."""

from collections.abc import Callable
from time import process_time


def growth(run: Callable[[int], object], size: int) -> float:
    """How many times the CPU time of `size` four times as much takes; 4 is even, 16 is its square.

    What takes less than 50 ms counts as 50 ms: there the clock tells nothing.
    """
    once, more = (max(0.05, min(_seconds(run, times * size) for _ in range(2))) for times in (1, 4))
    return more / once


def _seconds(run: Callable[[int], object], size: int) -> float:
    began = process_time()
    run(size)
    return process_time() - began
