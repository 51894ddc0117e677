"""Settings of the tests: a database in memory unless REIHUM_DATABASE says other."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("REIHUM_DATABASE", "sqlite:///:memory:")
os.environ.setdefault("REIHUM_VAR", tempfile.mkdtemp(prefix="reihum-test-"))

from reihum.site.settings import *

SECRET_KEY = "for-tests-only"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
assert isinstance(VAR, Path)  # noqa: S101
