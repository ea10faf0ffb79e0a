"""Generated examples are the same in every run, and no slow machine fails a test."""

from hypothesis import HealthCheck, settings

settings.register_profile("sayso", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sayso")
