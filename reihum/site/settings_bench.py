"""Settings of `reihum bench`: what is measured must not touch real data."""

import os
import tempfile

# The served process inherits the name of the folder, and so measures the same data.
_VAR = os.environ.setdefault(
    "REIHUM_BENCH_VAR", tempfile.mkdtemp(prefix="reihum-bench-")
)
os.environ["REIHUM_VAR"] = _VAR
os.environ["REIHUM_SECRET_KEY"] = "only-for-measuring"
for _name in ("REIHUM_NOW", "REIHUM_DATABASE"):
    os.environ.pop(_name, None)

from reihum.site.settings import *  # noqa: E402
