"""The abstract base classes of collections.abc under the name by which other modules import them early."""

from collections.abc import *
from collections.abc import _CallableGenericAlias, __all__
