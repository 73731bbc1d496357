loaded = globals().get("loaded", 0) + 1
from . import name
