"""All addresses for machines."""

from reihum.api import calendar

app_name = "api"
urlpatterns = [*calendar.urls]
