"""From the number of a program to the program."""

import constructs
import statements
from styles import STYLES, Writer
from tree import Program, Random


def program(seed, coverage):
    """The program that has this number; what it contains is added to the set."""
    random = Random(seed)
    pick = random.below(sum(share for share, _ in STYLES.values()))
    for name, (share, function) in STYLES.items():
        if pick < share:
            break
        pick -= share
    coverage.add(f'style.{name}')
    return Program(seed, name, function(Writer(random, coverage)))
