"""What a failed run says: of its errors the one that tells what to do next."""

import dagster as dg
import pytest
from pydantic import ValidationError

from pipeline.executors import ClusterError
from pipeline.run import failures
from pipeline.settings import Settings
from pipeline.warehouse import WarehouseError


@dg.op
def unreachable() -> None:
    try:
        raise ConnectionRefusedError(111, "Connection refused")
    except OSError as error:
        raise ClusterError("No scheduler answers; start it.") from error


@dg.op
def wanting_more() -> None:
    try:
        raise OSError(28, "No space left on device")
    except OSError as error:
        raise RuntimeError("it cannot be copied") from error


@dg.resource
def held() -> None:
    raise WarehouseError("Another run is writing; wait for it to end.")


@dg.op(required_resource_keys={"held"})
def waiting() -> None: ...


@pytest.mark.parametrize(
    ("op", "said"),
    [
        (unreachable, "No scheduler answers; start it."),
        (wanting_more, "OSError: [Errno 28] No space left on device"),
        (waiting, "Another run is writing; wait for it to end."),
    ],
    ids=["ours over another's", "another's", "of a resource"],
)
def test_an_error_of_ours_is_told_in_its_own_words_and_another_in_those_of_its_cause(
    op: dg.OpDefinition, said: str
) -> None:
    job = dg.GraphDefinition(name="fails", node_defs=[op]).to_job(resource_defs={"held": held})
    assert failures(job.execute_in_process(raise_on_error=False)) == [said]


def test_a_repository_of_no_known_host_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODE_URL", "https://example.com/owner/name")
    with pytest.raises(ValidationError, match="CODE_URL"):
        Settings()
    monkeypatch.setenv("CODE_URL", "https://gitlab.example.com/owner/name")
    assert Settings().code_url
