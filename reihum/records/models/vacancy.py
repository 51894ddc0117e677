from django.db import models
from typing_extensions import override

from reihum.records.models.body import Body


class Vacancy(models.Model):
    """An advertisement of the installation's own (Stellenanzeige).

    The fields are those of schema.org's JobPosting. `member` is the Land that
    publishes it ("SN"), or "" for the conference's office. It is a draft without
    `published_at`, and over after `deadline` or once withdrawn.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="vacancies")
    member = models.CharField(max_length=24, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200)
    employer = models.CharField(max_length=200)
    employer_url = models.URLField(max_length=300, blank=True)
    description = models.TextField()  # plain lines; "- " begins a point of a list
    qualification = models.TextField(blank=True)
    street = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    city = models.CharField(max_length=120)
    land = models.CharField(max_length=2, blank=True)
    kind = models.CharField(max_length=16, default="work")  # jobs.model.Kind
    working_time = models.JSONField(default=list)  # values of jobs.model.WorkingTime
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    contract = models.CharField(max_length=12, blank=True)
    remote = models.CharField(max_length=8, blank=True)
    public_service = models.BooleanField(default=True)
    pay_low = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    pay_high = models.DecimalField(
        max_digits=9, decimal_places=2, null=True, blank=True
    )
    pay_unit = models.CharField(max_length=8, blank=True)
    pay_group = models.CharField(max_length=40, blank=True)
    level = models.PositiveSmallIntegerField(null=True, blank=True)  # 1 = A1 … 6 = C2
    recognition = models.CharField(max_length=12, blank=True)
    apply_url = models.URLField(max_length=500, blank=True)
    apply_mail = models.EmailField(blank=True)
    starts = models.DateField(null=True, blank=True)
    deadline = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-published_at", "-pk"]

    @override
    def __str__(self) -> str:
        return self.title
