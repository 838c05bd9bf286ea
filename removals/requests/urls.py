from django.urls import path

from removals.requests.asking import ask
from removals.requests.private_page import private

app_name = "requests"
urlpatterns = [
    path("", ask, name="ask"),
    path("<str:token>/", private, name="private"),
]
