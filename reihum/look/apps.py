from django.apps import AppConfig
from django.urls import register_converter
from typing_extensions import override

from reihum.look.asked import Key


class LookConfig(AppConfig):
    name = "reihum.look"
    label = "look"

    @override
    def ready(self) -> None:
        """Teach the addresses of all shells what an id is: `<key:key>`."""
        register_converter(Key, "key")
