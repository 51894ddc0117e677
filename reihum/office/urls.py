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
)

app_name = "office"
urlpatterns = [
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
