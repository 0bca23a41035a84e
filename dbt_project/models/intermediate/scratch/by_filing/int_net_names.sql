with

lines as (

    select
        *,
        regexp_matches(
            printed_words,
            '\b(accumulated|(allowances?|provisions?|reserves?) for) (depreciation|depletion|dd and a)\b'
        ) as is_depreciation,
        regexp_matches(printed_words, '^(allowances?|reserves?)( for|$)') as is_allowance,
        regexp_matches(printed_words, '\breceivables?\b')
        and not regexp_matches(printed_words, '\b(loans?|leases?|notes?|financ(e|ing)|mortgages?)\b') as is_receivable
    from {{ changed(ref('int_placed_lines')) }}
    where statement = 'balance'

),

placed as (

    select
        *,
        lag(is_depreciation) over in_order
        and regexp_matches(
            concat_ws(
                ' ',
                lag(printed_words, 2) over in_order,
                -- a total of its parts may stand between
                last_value(nullif(section_words, '') ignore nulls) over (in_order rows unbounded preceding)
            ),
            '\b(propert(y|ies)|plant|equipment|premises|fixed assets)\b'
        ) as is_below_depreciation,
        lead(is_depreciation) over in_order as is_depreciated_below,
        -- what is being built may stand between
        position > max(position) filter (where is_depreciation) over panel
        and regexp_matches(
            printed_words, '^total (operating )?propert(y|ies)( and)?( plant)?( and)? equipment$'
        )
        -- nor is more written off below
        and not coalesce(regexp_matches(lead(printed_words) over in_order, '^(less )?depreciation\b'), false)
            as is_net_of_depreciation,
        is_receivable
        and lead(is_allowance) over in_order
        and (
            lead(is_receivable or printed_words = '', 2) over in_order
            or (lead(is_allowance, 2) over in_order and lead(is_receivable or printed_words = '', 3) over in_order)
        ) as is_gross_receivable,
        lag(is_allowance) over in_order
        and (
            lag(is_receivable, 2) over in_order
            or (lag(is_allowance, 2) over in_order and lag(is_receivable, 3) over in_order)
        ) as is_below_allowance
    from lines
    window
        panel as (partition by filing_id, document_no, table_no),
        in_order as (panel order by position)

),

named as (

    select
        *,
        case
            when is_depreciated_below then regexp_replace(printed_words, '( gross| at cost)*$', ' gross')
            when is_gross_receivable then 'receivables gross'
            when is_below_depreciation and printed_words like 'total property%' then 'net property'
            when is_net_of_depreciation then 'total net property plant and equipment'
            when not is_bare_total then null
            when is_below_allowance then 'net receivables'
            when is_below_depreciation and amount + amount_between = total_below
                then printed_words  -- a part of property
            when is_below_depreciation then 'net property'
            -- net property so far and what was added to it since
            when
                amount_so_far
                + last_value(
                    if(is_bare_total and is_below_depreciation, amount - amount_so_far, null) ignore nulls
                ) over above
                = 2 * amount
                then 'net property'
        end as label_words
    from placed
    window above as (
        partition by filing_id, document_no, table_no
        order by position
        rows between unbounded preceding and 1 preceding
    )

)

select
    line_id,
    filing_id,
    label_words
from named
where label_words is not null
