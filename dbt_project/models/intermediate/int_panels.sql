with

lines as (

    select * from {{ ref('int_lines') }}

),

landmarks as (

    select
        line_id,
        list(landmark order by landmark) as landmarks
    from {{ ref('int_landmarks') }}
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
        coalesce(
            list_contains(landmarks.landmarks, if(lines.statement = 'balance', 'balance_end', 'net_income')), false
        ) as is_end
    from lines
    left join landmarks using (line_id)

),

-- Whether a statement has come to its end above a line, and a new one begins with it: the same statement printed
-- again for other periods, below in the same table or in a table of its own.
restarts as (

    select
        *,
        case
            when statement = 'balance' then coalesce(lag(is_end) over above, false)
            else
                coalesce(max(if(is_end, position, null)) over above > 0, false)
                and (
                    (
                        is_start
                        and max(if(is_end, position, null)) over above
                        > coalesce(max(if(is_start, position, null)) over above, 0)
                    )
                    or (
                        table_no != lag(table_no) over above
                        and bool_or(is_start or is_end) over (
                            partition by filing_id, statement, document_no, table_no
                        )
                    )
                )
        end as is_restart
    from marked
    window above as (
        partition by filing_id, statement
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
