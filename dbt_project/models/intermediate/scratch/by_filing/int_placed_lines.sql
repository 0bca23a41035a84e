with

lines as (

    select * from {{ changed(ref('int_printed_lines')) }}

),

worded as (

    select
        *,
        line_values[1] as amount,
        concat_ws(' ', section_words, printed_words) as all_words,
        printed_words in ('', 'total') or (statement = 'income' and printed_words = 'subtotal') as is_bare_total
    from lines

),

summed as (

    select
        *,
        sum(if(regexp_matches(label, '^(?i)(less|deduct)\b'), -abs(amount), amount)) over in_order as amount_so_far
    from worded
    window in_order as (partition by filing_id, statement, document_no, table_no order by position)

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
    printed_words,
    section_words,
    all_words,
    is_bare_total,
    amount,
    amount_so_far,
    sum(amount) over (
        partition by filing_id, statement, document_no, table_no, section_words
        order by position
        rows between unbounded preceding and 1 preceding
    ) as amount_of_section,
    coalesce(nullif(section_words, ''), lag(section_words) over in_order, '') as section_above,
    lead(all_words) over in_order as words_below,
    first_value(if(is_bare_total, amount, null) ignore nulls) over below as total_below,
    first_value(if(is_bare_total, amount_so_far - amount, null) ignore nulls) over below
    - amount_so_far as amount_between
from summed
window
    in_order as (partition by filing_id, statement, document_no, table_no order by position),
    below as (
        partition by filing_id, statement, document_no, table_no
        order by position
        rows between 1 following and unbounded following
    )
