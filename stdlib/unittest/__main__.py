"""ouro -m unittest: finds tests, or runs those named on the command line."""

import os.path
import sys

from .main import main

sys.argv[0] = os.path.basename(sys.executable) + " -m unittest"

__unittest = True

main(module=None)
