# explain: type, size, block, interning, count.
import re

import heap


def show(text):
    print(re.sub("0x[0-9a-f]+", "ADDRESS", "\n".join(line for line in text.split("\n") if "block" not in line)))


show(heap.explain(5))
box = [1]
other = box
show(heap.explain(box))
show(heap.explain("two words: %d" % 3))
show(heap.explain(None))
