"""All addresses of the office, below /buero/."""

from reihum.office import (
    agenda,
    ballots,
    body,
    conferences,
    desk,
    mandates,
    minutes,
    motions,
    resolutions,
    session,
)

app_name = "office"
urlpatterns = [
    *session.urls,  # before any body
    *desk.urls,
    *conferences.urls,
    *motions.urls,
    *agenda.urls,
    *ballots.urls,
    *minutes.urls,
    *resolutions.urls,
    *mandates.urls,
    *body.urls,
]
