"""Settings of `reihum bench`: what is measured must not touch real data."""

import os
import tempfile

os.environ["REIHUM_VAR"] = tempfile.mkdtemp(prefix="reihum-bench-")
os.environ["REIHUM_SECRET_KEY"] = "only-for-measuring"
for _name in ("REIHUM_NOW", "REIHUM_DATABASE"):
    os.environ.pop(_name, None)

from reihum.site.settings import *  # noqa: E402
