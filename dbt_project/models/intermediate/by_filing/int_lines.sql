with

lines as (

    select * from {{ changed(ref('int_placed_lines')) }}

),

named as (

    select * from {{ changed(ref('int_income_line_names')) }}
    union all by name
    select * from {{ changed(ref('int_balance_line_names')) }}

)

select
    lines.line_id,
    lines.filing_id,
    lines.statement,
    lines.document_no,
    lines.table_no,
    lines.line_no,
    lines.position,
    lines.unit_kind,
    lines.section,
    lines.label,
    lines.indent,
    lines.is_stand_in,
    lines.periods,
    case
        when named.label_words is not null then named.label_words
        when not lines.is_bare_total then lines.printed_words
        when  -- a part of the total below
            lines.amount + lines.amount_between = lines.total_below
            and regexp_matches(lines.section_above, '^[a-z ]*\b(equity|deficit|costs|expenses|charges|deductions)$')
            and not regexp_matches(lines.section_above, '\bliabilities\b')
            then lines.printed_words
        -- a total printed without a label is the total of the lines above it, which stand under a heading
        when lines.section_above not in ('', 'assets') and lines.section_above not like 'liabilities and%'
            then 'total ' || lines.section_above
        else lines.printed_words
    end as label_words,
    lines.section_words
from lines
left join named using (line_id)
