# exit: 0
# The frames that -X tracemalloc asks for are the limit; without it nothing is traced.
import sys
import tracemalloc

print(sys._xoptions.get("tracemalloc"), tracemalloc.is_tracing())
