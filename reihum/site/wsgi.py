"""The door that the server opens."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reihum.site.settings")
application = get_wsgi_application()

from reihum.reads.jobs import job_search  # noqa: E402  (only now are there settings)

Thread(target=lambda: job_search().warm(), name="warm", daemon=True).start()

if os.environ.get("REIHUM_TIMER") == "inside":
    # Started here and not by the command: the server forks, and a thread that runs
    # while a process forks can leave the new one waiting for ever.
    from reihum.timer.clockwork import in_background

    in_background()
