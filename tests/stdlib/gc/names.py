# Everything that the module has.
import gc

print(sorted(name for name in dir(gc) if not name.startswith("_")))
