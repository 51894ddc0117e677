"""All addresses of the office, below /buero/."""

from reihum.office import (
    agenda,
    amendments,
    attachments,
    ballots,
    calls,
    conferences,
    desk,
    journal,
    mandates,
    minutes,
    motion_docx,
    motion_word,
    motions,
    resolutions,
    rulebooks,
    session,
    synopsis,
    terms,
    vacancies,
    word_template,
)

app_name = "office"
urlpatterns = [
    *session.urls,  # before any body
    *desk.urls,
    *conferences.urls,
    *calls.urls,
    *motions.urls,
    *synopsis.urls,
    *amendments.urls,
    *motion_docx.urls,
    *motion_word.urls,
    *attachments.urls,
    *agenda.urls,
    *ballots.urls,
    *minutes.urls,
    *resolutions.urls,
    *mandates.urls,
    *rulebooks.urls,
    *terms.urls,
    *vacancies.urls,
    *word_template.urls,
    *journal.urls,
]
