"""Guidance: what a filing says that the company expects."""

from pipeline.guidance.read import Guidance, read_guidance

__all__ = ["Guidance", "read_guidance"]
