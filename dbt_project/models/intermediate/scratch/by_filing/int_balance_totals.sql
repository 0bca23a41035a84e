with

lines as (

    select * from {{ changed(ref('int_placed_lines')) }}
    where statement = 'balance'

),

placed as (

    select
        *,
        lag(is_bare_total) over in_order
        and lag(section_words) over in_order = section_words
        and not last_value(
            if(
                regexp_matches(section_words, '^current( assets| liabilities)?$'),
                is_bare_total or starts_with(printed_words, 'total'),
                null
            ) ignore nulls
        ) over (in_order rows unbounded preceding) as is_next_to_total,
        last_value(
            if(is_bare_total or printed_words = 'total assets', amount_so_far, null) ignore nulls
        ) over above as so_far_at_total,
        coalesce(bool_or(regexp_matches(printed_words, '\b(receivables?|inventor(y|ies))\b')) over above, false)
            as is_below_working_assets,
        coalesce(bool_or(regexp_matches(printed_words, '\bpayables?\b')) over above, false) as is_below_payables,
        position = max(position) over panel
        or (is_bare_total and position > min(position) over same_totals) as is_last,
        amount = lag(amount) over in_order + lag(amount, 2) over in_order as is_sum_of_two,
        is_sum_of_two
        and regexp_matches(lag(printed_words) over in_order, '^(noncontrolling|minority) interests?$')
        and regexp_matches(
            lag(all_words, 2) over in_order, '\b(equity|deficit|capital)\b'
        ) as is_sum_of_owners,
        bool_or(
            regexp_matches(all_words, '\b(liabilities|payable|capital|equity)\b')
        ) over panel as has_liabilities,
        line_values in (last(line_values order by position) over panel, last(line_values order by position) over whole)
        or (is_bare_total and count(*) over same_totals > 1) as repeats_the_last
    from lines
    window
        whole as (partition by filing_id),
        panel as (partition by filing_id, document_no, table_no),
        in_order as (panel order by position),
        above as (in_order rows between unbounded preceding and 1 preceding),
        -- What is printed below a balance sheet (book value) may part its last total from the end.
        same_totals as (partition by filing_id, document_no, table_no, is_bare_total, line_values)

),

-- Assets stand above their total, liabilities below it.
sided as (

    select
        *,
        position < coalesce(
            min(position) filter (where is_bare_total and repeats_the_last and not is_last) over panel,
            min(position) filter (where printed_words = 'total assets') over panel,
            0
        ) as is_above_assets
    from placed
    window panel as (partition by filing_id, document_no, table_no)

)

select
    line_id,
    filing_id,
    is_above_assets,
    -- One heading may stand over two totals: of what is current, and of all.
    row_number() over (
        partition by filing_id, document_no, table_no, is_above_assets, section_above
        order by position
    ) > 1 as is_below_total,
    is_next_to_total,
    so_far_at_total,
    is_below_working_assets,
    is_below_payables,
    is_last,
    is_sum_of_two,
    is_sum_of_owners,
    has_liabilities,
    repeats_the_last
from sided
where is_bare_total
