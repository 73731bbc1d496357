# the module behind `from __future__ import`
from __future__ import annotations

import __future__

for name in __future__.all_feature_names:
    print(name, getattr(__future__, name))


def f(x: missing): pass


print(f.__annotations__, annotations.getOptionalRelease(), annotations.getMandatoryRelease())
