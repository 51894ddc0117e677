"""Django's settings. What an installation may change stands in `config`."""

from pathlib import Path

from django.conf.locale import LANG_INFO

from reihum.look import languages
from reihum.site import config
from reihum.site.config_jobs import jobs

VAR = Path(config.setting("var", str(config.ROOT / "var")))
DEBUG = False
SECRET_KEY = config.setting("secret_key") or config.key(VAR / "secret_key")
ALLOWED_HOSTS = config.listed("hosts", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = config.listed("origins", "")
HTTPS = config.switch("https")

INSTALLED_APPS = [
    "reihum.records",
    "reihum.look",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "reihum.site.middleware.content_security_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "reihum.site.middleware.only_what_is_spoken",
    "reihum.site.middleware.no_blank_page",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "reihum.site.urls"
WSGI_APPLICATION = "reihum.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            config.ROOT / "reihum" / shell / "templates"
            for shell in ("office", "public")
        ],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["reihum.look.templatetags.look"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": config.database(VAR)}
# Failed sign-ins are counted here; who guesses under many names must not crowd out
# the count of one.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Visitors are counted apart, for the same reason (`reihum.public.networks`).
    "networks": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "networks",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}
# Files: what is too large never gets as far as memory or disk.
FILE_UPLOAD_HANDLERS = [
    "reihum.look.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
AUTH_USER_MODEL = "records.Account"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "office:sign_in"
LOGIN_REDIRECT_URL = "office:desk"
LOGOUT_REDIRECT_URL = "public:home"

# A text is a form with two fields for each paragraph, and annexes have hundreds.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

LANGUAGE_CODE = "de"
# The whole interface is complete in German and English. The others are for the pages
# that people new in the country use (`reihum.look.languages`).
LANGUAGES = languages.ALL
LANG_INFO.update(languages.UNKNOWN_TO_DJANGO)
LOCALE_PATHS = [config.ROOT / "reihum" / "look" / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

CSRF_FAILURE_VIEW = "reihum.public.errors.foreign_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"

EMAIL_HOST = config.setting("smtp_host")
EMAIL_PORT = int(config.setting("smtp_port", "25"))
EMAIL_HOST_USER = config.setting("smtp_user")
EMAIL_HOST_PASSWORD = config.setting("smtp_password")
EMAIL_USE_TLS = config.switch("smtp_tls")
# Without a mail server the letters are laid down as files, so that none is lost.
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = VAR / "mail"
DEFAULT_FROM_EMAIL = config.setting("mail_from", "reihum@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A 404 or a refusal is an answer, not a fault.
    "loggers": {"django.request": {"level": "ERROR"}},
}

REIHUM_BODY = config.setting("body", "intmk")  # the body whose home "/" is
REIHUM_NOW = config.moment("now")
REIHUM_DEMO = config.switch("demo")  # show that the data are a demonstration
REIHUM_DEMO_ACCOUNTS = VAR / "vorfuehrkonten.txt"
REIHUM_JOBS = jobs(VAR, next(iter(CSRF_TRUSTED_ORIGINS), ""))
