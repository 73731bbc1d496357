# Imports that fail when they run.
import sys
for statement in ["import nothing_there", "import os.nothing", "from os import nothing_here", "from nothing_there import x", "import sys.path", "from . import x", "from .. import x", "from .x import y", "import collections.nothing.more",
                  "from collections import abd", "from __main__ import zzz", "from os.path.x import y"]:
    try:
        exec(statement, {"__name__": "here"})
    except ImportError as e:
        print(statement, "|", type(e).__name__, str(e).split(" (")[0], e.name)
    except KeyError as e:
        print(statement, "|", type(e).__name__, e)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
