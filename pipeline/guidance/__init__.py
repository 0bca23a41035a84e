"""Guidance: what a filing says that the company expects."""

from pipeline.guidance.passages.prose import Prose
from pipeline.guidance.read import Guidance, read_guidance

__all__ = ["Guidance", "Prose", "read_guidance"]
