with

amounts as (

    select * from {{ changed(ref('int_amounts')) }}

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
    line_values,
    {{ label_words('label_letters') }} as printed_words,
    {{ label_words('section_letters') }} as section_words
from spelled
