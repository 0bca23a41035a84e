"""What a failed run says: of its errors the one that tells what to do next."""

from pathlib import Path

import dagster as dg
import pytest
from pydantic import ValidationError

from pipeline.dagster_home import CONFIG, make_ready
from pipeline.executors import ClusterError
from pipeline.run import failures, main
from pipeline.settings import PROJECT_DIR, Settings
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


def test_a_new_home_of_dagster_is_configured_as_the_projects_own_and_ones_own_stays(tmp_path: Path) -> None:
    home = tmp_path / "to" / "be" / "made"
    make_ready(home)
    assert (home / CONFIG).read_text() == (PROJECT_DIR / ".dagster" / CONFIG).read_text()
    (home / CONFIG).write_text("telemetry: {enabled: false}")
    make_ready(home)
    assert (home / CONFIG).read_text() == "telemetry: {enabled: false}"


@pytest.mark.parametrize(
    ("variable", "place", "told"),
    [
        ("DAGSTER_HOME", "file", "Set it to a folder that you may write to."),
        ("PAGES_DIR", "file", "is a file; name a folder"),
        ("WAREHOUSE_PATH", "folder", "is a folder; name a file in it"),
    ],
)
def test_a_place_of_the_wrong_kind_is_told_before_any_work(
    variable: str,
    place: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    monkeypatch.setenv(variable, str(tmp_path / place))
    assert main() == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{variable}: ")
    assert line.endswith(told)
