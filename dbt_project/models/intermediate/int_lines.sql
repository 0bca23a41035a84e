with

amounts as (

    select * from {{ ref('int_amounts') }}

),

lines as (

    select
        line_id,
        filing_id,
        statement,
        document_no,
        table_no,
        line_no,
        first(unit_kind order by column_no) as unit_kind,
        first(label order by column_no) as label,
        first(section order by column_no) as section,
        first(indent order by column_no) as indent,
        bool_or(is_stand_in) as is_stand_in,
        count(distinct concat_ws('|', period_end, months)) as periods,
        list(value order by column_no) as line_values
    from amounts
    group by all

),

named as (

    select
        *,
        {{ normalised_label('label') }} as printed_words,
        {{ normalised_label('section') }} as section_words,
        row_number() over (
            partition by filing_id, statement
            order by document_no, table_no, line_no
        ) as position
    from lines

),

-- A total printed without a label is the total of its section; in a balance sheet, of what the last line repeats.
totals as (

    select
        *,
        case
            when printed_words != '' then printed_words
            when section_words != '' then 'total ' || section_words
            when statement = 'balance' and position = max(position) over panel
                then 'total liabilities and equity'
            when statement = 'balance' and line_values = last_value(line_values) over panel
                then 'total assets'
            else ''
        end as label_words
    from named
    window panel as (
        partition by filing_id, statement, document_no, table_no
        order by position
        rows between unbounded preceding and unbounded following
    )

)

select
    line_id,
    filing_id,
    statement,
    document_no,
    table_no,
    line_no,
    position,
    unit_kind,
    section,
    label,
    indent,
    is_stand_in,
    periods,
    label_words,
    section_words
from totals
