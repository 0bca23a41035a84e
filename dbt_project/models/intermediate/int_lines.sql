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

spelled as (

    select
        *,
        {{ label_letters('label') }} as label_letters,
        {{ label_letters('section') }} as section_letters,
        row_number() over (
            partition by filing_id, statement
            order by document_no, table_no, line_no
        ) as position
    from lines

),

named as (

    select
        *,
        {{ label_words('label_letters') }} as printed_words,
        {{ label_words('section_letters') }} as section_words
    from spelled

),

-- A total printed without a label is the total of the lines above it, which stand under a heading; in a balance sheet,
-- the last line and the one whose values it repeats.
totals as (

    select
        *,
        case
            when printed_words != '' then printed_words
            when statement = 'balance' and position = max(position) over panel
                then 'total liabilities and equity'
            when statement = 'balance' and line_values = last_value(line_values) over panel
                then 'total assets'
            when coalesce(nullif(section_words, ''), lag(section_words) over lines_above) != ''
                then 'total ' || coalesce(nullif(section_words, ''), lag(section_words) over lines_above)
            else ''
        end as label_words
    from named
    window
        panel as (
            partition by filing_id, statement, document_no, table_no
            order by position
            rows between unbounded preceding and unbounded following
        ),
        lines_above as (
            partition by filing_id, statement, document_no, table_no
            order by position
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
