# exit: 1
# A misspelt keyword of a file is what the report points at.
import sys


def f(x):
    whille x:
        x -= 1
