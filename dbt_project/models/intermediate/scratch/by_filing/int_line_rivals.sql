with

lines as (

    select * from {{ changed(ref('int_lines')) }}

),

panels as (

    select
        line_id,
        panel,
        count(*) over (partition by filing_id, statement, panel) as panel_lines
    from {{ changed(ref('int_panels')) }}

),

candidates as (

    select * from {{ changed(ref('int_line_candidates')) }}

),

amounts as (

    select * from {{ changed(ref('int_dated_amounts')) }}

),

cells as (

    select
        lines.line_id,
        lines.filing_id,
        lines.statement,
        lines.position,
        lines.label_words,
        panels.panel,
        panels.panel_lines,
        candidates.concept,
        candidates.priority,
        concat_ws('|', amounts.period_end, amounts.months) as period,
        amounts.value,
        count(distinct period) over (partition by lines.line_id) as periods
    from lines
    inner join panels using (line_id)
    inner join candidates using (line_id)
    inner join amounts using (line_id)
    where candidates.concept is not null

),

-- Two lines that claim one element in one period, seen from each of them.
rivals as (

    select
        mine.line_id,
        mine.panel = other.panel as in_panel,
        mine.label_words = other.label_words as same_label,
        bool_and(mine.value = other.value) as same_values,
        count(distinct mine.period) = any_value(mine.periods) as in_all_periods,
        any_value(other.priority - mine.priority) as stronger,
        any_value(other.periods - mine.periods) as wider,
        any_value(other.panel_lines - mine.panel_lines) as longer,
        any_value(other.position < mine.position) as earlier
    from cells as mine
    inner join cells as other
        on
            mine.filing_id = other.filing_id
            and mine.statement = other.statement
            and mine.concept = other.concept
            and mine.period = other.period
            and mine.line_id != other.line_id
    group by mine.line_id, other.line_id, in_panel, same_label

)

-- In one statement the stronger pattern wins; a line that agrees with it stands beside it where it has a period of its
-- own. Of two statements the one with more columns wins, then the longer one; a line printed in both with the same
-- label is the same line.
select
    line_id,
    bool_or(
        (in_panel and stronger > 0 and (in_all_periods or not same_values))
        or (not in_panel and not (same_label and same_values) and (wider > 0 or (wider = 0 and longer > 0)))
    ) as is_beaten,
    bool_or(in_panel and stronger = 0 and not same_values) as is_tied,
    bool_or(
        earlier
        and (
            (in_panel and stronger = 0 and same_values and in_all_periods)
            or (not in_panel and wider = 0 and longer = 0 and not (same_label and same_values))
        )
    ) as is_repeated
from rivals
group by all
