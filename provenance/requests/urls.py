from django.urls import path

from provenance.requests.asking import ask
from provenance.requests.private_page import private

app_name = "requests"
urlpatterns = [
    path("", ask, name="ask"),
    path("<str:token>/", private, name="private"),
]
