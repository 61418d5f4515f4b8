"""``python -m eventcode`` runs the command line."""

import sys

from eventcode.cli import main

sys.exit(main())
