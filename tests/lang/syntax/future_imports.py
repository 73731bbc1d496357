# from __future__: which features there are, where they may stand.
for source in ["from __future__ import annotations", "'doc'\nfrom __future__ import division, generators", "x = 1\nfrom __future__ import annotations", "from __future__ import nothing", "from __future__ import braces", "from __future__ import *",
               "from __future__ import (annotations,\n division)", "def f(): from __future__ import annotations", "if 1: from __future__ import annotations", "from __future__ import annotations as a", "import __future__\nfrom __future__ import annotations",
               "from __future__ import annotations; x = 1; from __future__ import division", "'doc'; from __future__ import annotations", "'a'\n'b'\nfrom __future__ import annotations", "from __future__ import print_function, nope", "# c\n\nfrom __future__ import with_statement",
               "from .__future__ import annotations", "from __future__ import barry_as_FLUFL\n1 != 2", "from __future__ import barry_as_FLUFL\n1 <> 2", "1 <> 2", "f'{1}'\nfrom __future__ import annotations", "from __future__ import nested_scopes, absolute_import, unicode_literals, generator_stop"]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), e.msg, e.lineno, e.offset)
