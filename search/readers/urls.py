from django.urls import path

from search.readers import views

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("suggest/", views.suggest, name="suggest"),
    path("missed/", views.missed, name="missed"),
    path("opened/", views.opened, name="opened"),
]
