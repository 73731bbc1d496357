# exit: 1
# A name of a module that is perhaps meant.
try:
    from collections import ordereddict
except ImportError as e:
    print(e.name, e.name_from)
from sys import versoin
