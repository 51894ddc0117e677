"""The door that the server opens."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reihum.site.settings")
application = get_wsgi_application()

if os.environ.get("REIHUM_TIMER") == "inside":
    # Started here and not by the command: the server forks, and a thread that runs
    # while a process forks can leave the new one waiting for ever.
    from reihum.timer.clockwork import in_background

    in_background()
