"""JSON of EDGAR's, taken only where it has the form that EDGAR describes."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from pipeline.edgar.errors import UnusableError

Model = TypeVar("Model", bound=BaseModel)


def read_json(model: type[Model], body: bytes) -> Model:
    """The body as a model; raises `UnusableError` where it is none."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise UnusableError(f"JSON came that is not as EDGAR describes it: {error.errors()[0]['msg']}") from error
