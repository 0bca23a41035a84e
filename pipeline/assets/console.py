"""What a run says on the terminal: its own messages, one short line each; the UI keeps every event."""

import logging

import dagster as dg


class _ShortLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        meta = getattr(record, "dagster_meta", {})
        return str(meta.get("orig_message") or record.getMessage())


class _OwnMessages(logging.Filter):
    """Dagster's events, what it says of steps left out and dagster-dbt's notes stay out; they are in the event log."""

    def filter(self, record: logging.LogRecord) -> bool:
        meta = getattr(record, "dagster_meta", {})
        is_event = meta.get("dagster_event") is not None
        is_of_dependencies = str(meta.get("orig_message")).startswith("Dependencies for step")
        return record.name == "dagster" and not is_event and not is_of_dependencies


@dg.logger(config_schema={"log_level": dg.Field(str, default_value="INFO")})
def short_console(context: dg.InitLoggerContext) -> logging.Logger:
    """Messages of the assets, without time, run and step."""
    handler = logging.StreamHandler()
    handler.setFormatter(_ShortLine())
    handler.addFilter(_OwnMessages())
    logger = logging.Logger("dagster", context.logger_config["log_level"])
    logger.addHandler(handler)
    return logger
