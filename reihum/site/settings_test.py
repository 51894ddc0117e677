"""Settings of the tests: a database in memory unless REIHUM_DATABASE says other."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("REIHUM_DATABASE", "sqlite:///:memory:")
# Always a folder of its own: a test must never write into an installation's data.
os.environ["REIHUM_VAR"] = tempfile.mkdtemp(prefix="reihum-test-")
atexit.register(shutil.rmtree, os.environ["REIHUM_VAR"], ignore_errors=True)

from reihum.site.settings import *  # noqa: E402

SECRET_KEY = "for-tests-only"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
assert isinstance(VAR, Path)  # noqa: S101
