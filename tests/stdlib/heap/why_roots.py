# why: what the interpreter and C variables hold is named; nothing is left over.
import atexit
import gc
import sys

import heap


def handler(*args):
    pass


atexit.register(handler)
references = heap.why(handler).references
print(references[:2], references[2] in ("C variable callbacks", "unknown: 1"))  # a buffer of malloc's is not looked into
atexit.unregister(handler)
print("unknown" in str(heap.why(gc.callbacks)))
print([("unknown" in str(heap.why(x))) for x in (sys.modules, sys.stdout, sys.argv, heap, Exception, print, handler)])
print(heap.why(3).references, heap.why(None).path)
