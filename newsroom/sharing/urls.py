from django.urls import path

from newsroom.sharing.drafts import draft

app_name = "drafts"
urlpatterns = [path("<str:token>/", draft, name="draft")]
