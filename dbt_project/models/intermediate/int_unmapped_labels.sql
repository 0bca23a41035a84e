with

lines as (

    select * from {{ ref('int_lines') }}

),

concepts as (

    select * from {{ ref('int_line_concepts') }}
    where concept is null

)

select
    lines.statement,
    lines.unit_kind,
    lines.label_words,
    concepts.reason,
    any_value(lines.label order by lines.line_id) as label,
    count(*) as lines,
    cast(sum(lines.periods) as bigint) as cells,
    count(distinct lines.filing_id) as filings
from lines
inner join concepts using (line_id)
group by all
