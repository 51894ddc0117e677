from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "reihum.look"
    label = "look"
