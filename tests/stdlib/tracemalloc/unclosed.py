# A ResourceWarning says where the object was made, while tracing.
import sys
import tracemalloc
import warnings

warnings.simplefilter("always")
tracemalloc.start(2)


sys.stderr = sys.stdout
before = sys.stdout


class Out:
    def write(self, text):
        before.write(text.replace(__file__, "FILE").replace(repr(__file__)[1:-1], "FILE"))

    def flush(self):
        pass


sys.stderr = Out()
f = open(__file__)
del f
tracemalloc.stop()
