with

lines as (

    select * from {{ changed(ref('int_lines')) }}

),

candidates as (

    select * from {{ changed(ref('int_line_candidates')) }}

),

rivals as (

    select * from {{ changed(ref('int_line_rivals')) }}

),

judged as (

    select
        lines.line_id,
        lines.filing_id,
        candidates.concept as candidate,
        candidates.priority,
        case
            when candidates.line_id is null then 'no pattern'
            when candidates.reason is not null then candidates.reason
            when rivals.is_beaten then 'another line fits better'
            when rivals.is_tied then 'tie of lines'
            when rivals.is_repeated then 'printed before'
        end as reason
    from lines
    left join candidates using (line_id)
    left join rivals using (line_id)

)

select
    line_id,
    filing_id,
    if(reason is null, candidate, null) as concept,
    candidate,
    priority,
    reason
from judged
