"""Places in sequences that are in order, found by halving."""

from _bisect import *

bisect = bisect_right
insort = insort_right
