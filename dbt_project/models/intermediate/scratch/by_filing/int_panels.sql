with

lines as (

    select * from {{ changed(ref('int_lines')) }}

),

landmarks as (

    select
        line_id,
        list(landmark order by landmark) as landmarks
    from {{ changed(ref('int_landmarks')) }}
    group by all

),

marked as (

    select
        lines.line_id,
        lines.filing_id,
        lines.statement,
        lines.document_no,
        lines.table_no,
        lines.unit_kind,
        lines.position,
        coalesce(landmarks.landmarks, []) as landmarks,
        coalesce(list_contains(landmarks.landmarks, 'revenue'), false) as is_start,
        lines.unit_kind = 'money' and lines.label_words = first_value(lines.label_words) over in_table as is_first_line,
        coalesce(
            list_contains(landmarks.landmarks, if(lines.statement = 'balance', 'balance_end', 'net_income')), false
        ) as is_end
    from lines
    left join landmarks using (line_id)
    window
        in_table as (
            partition by lines.filing_id, lines.statement, lines.document_no, lines.table_no
            order by lines.position
        )

),

-- Whether a new statement begins with a line: the same statement printed again for other periods, in a table of its
-- own or below in the same table, after the statement above has come to its end. It begins with revenues, or with the
-- line with which the table began.
restarts as (

    select
        *,
        case
            when statement = 'balance' then coalesce(lag(is_end) over lines_above, false)
            when position = min(position) over table_lines
                then coalesce(bool_or(is_end) over lines_above, false) and bool_or(is_start or is_end) over table_lines
            else coalesce(
                (is_start or is_first_line)
                and max(if(is_end, position, null)) over table_lines_above
                > max(if(is_start or is_first_line, position, 0)) over table_lines_above,
                false
            )
        end as is_restart
    from marked
    window
        lines_above as (
            partition by filing_id, statement
            order by position
            rows between unbounded preceding and 1 preceding
        ),
        table_lines as (partition by filing_id, statement, document_no, table_no),
        table_lines_above as (
            partition by filing_id, statement, document_no, table_no
            order by position
            rows between unbounded preceding and 1 preceding
        )

)

select
    line_id,
    filing_id,
    statement,
    unit_kind,
    position,
    landmarks,
    sum(if(is_restart, 1, 0)) over (partition by filing_id, statement order by position) as panel
from restarts
