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
        lag(is_bare_total) over in_order
        and lag(section_words) over in_order = section_words
        and not last_value(
            if(
                regexp_matches(section_words, '^current( assets| liabilities)?$'),
                is_bare_total or starts_with(printed_words, 'total'),
                null
            ) ignore nulls
        ) over up_to_here as is_next_to_total,
        lag(is_depreciation) over in_order
        and regexp_matches(
            concat_ws(
                ' ',
                lag(printed_words, 2) over in_order,
                -- a total of its parts may stand between
                last_value(nullif(section_words, '') ignore nulls) over up_to_here
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
        ) as is_below_allowance,
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
        line_values in (last_value(line_values) over panel, last_value(line_values) over whole)
        or (is_bare_total and count(*) over same_totals > 1) as repeats_the_last
    from lines
    window
        whole as (
            partition by filing_id
            order by position
            rows between unbounded preceding and unbounded following
        ),
        panel as (
            partition by filing_id, document_no, table_no
            order by position
            rows between unbounded preceding and unbounded following
        ),
        above as (
            partition by filing_id, document_no, table_no
            order by position
            rows between unbounded preceding and 1 preceding
        ),
        up_to_here as (
            partition by filing_id, document_no, table_no
            order by position
            rows between unbounded preceding and current row
        ),
        in_order as (partition by filing_id, document_no, table_no order by position),
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
        ) as is_above_assets,
        is_below_depreciation and amount + amount_between = total_below as is_part_of_property,
        -- net property so far and what was added to it since
        amount_so_far
        + last_value(if(is_bare_total and is_below_depreciation, amount - amount_so_far, null) ignore nulls) over above
        = 2 * amount as is_all_property
    from placed
    window
        panel as (partition by filing_id, document_no, table_no),
        above as (
            partition by filing_id, document_no, table_no
            order by position
            rows between unbounded preceding and 1 preceding
        )

),

-- One heading may stand over two totals: of what is current, and of all.
headed as (

    select
        *,
        count(*) filter (where is_bare_total) over (
            partition by filing_id, document_no, table_no, is_above_assets, section_above
            order by position
            rows between unbounded preceding and 1 preceding
        ) > 0 as is_below_total
    from sided

),

named as (

    select
        *,
        case
            when is_depreciated_below then regexp_replace(printed_words, '( gross| at cost)*$', ' gross')
            when is_gross_receivable then 'receivables gross'
            when  -- of the partnership that a trust operates by, and no part of its equity
                regexp_matches(section_words, '^(noncontrolling|minority) interests?$')
                and regexp_matches(printed_words, '^(perpetual |preferred |common |operating |partnership )+units$')
                then 'noncontrolling interests in units'
            when
                is_bare_total and is_sum_of_two
                and regexp_matches(section_words, '^(noncontrolling|minority) interests?$')
                then 'total noncontrolling interests'
            when
                printed_words not like 'total%'
                and regexp_matches(section_words, '^(redeemable )?(noncontrolling|minority) interests?$')
                and not regexp_matches(
                    printed_words, '\b(common|preferred|capital|retained|equity|deficit|treasury|accumulated)\b'
                )
                then 'noncontrolling interests ' || printed_words
            when is_below_depreciation and printed_words like 'total property%' then 'net property'
            when is_net_of_depreciation then 'total net property plant and equipment'
            when not is_bare_total then null
            when is_below_allowance then 'net receivables'
            when is_part_of_property then printed_words
            when is_below_depreciation or is_all_property then 'net property'
            when is_last and has_liabilities then 'total liabilities and equity'
            when repeats_the_last then 'total assets'
            when is_sum_of_owners then 'total equity'
            when is_below_total and amount_so_far - 2 * amount = so_far_at_total
                then printed_words  -- of the lines since the total above, which stands apart
            when
                section_above = 'current' and not is_below_total
                or is_next_to_total  -- below the total of the last heading of what is current: of all of it
                then if(is_above_assets, 'total current assets', 'total current liabilities')
            -- the first total of a side, which has one heading for all, above what lasts
            when
                not is_below_total and amount_so_far - 2 * amount = coalesce(so_far_at_total, 0)
                and (section_above in ('', 'assets') or section_above like 'liabilities and%')
                and if(
                    is_above_assets,
                    is_below_working_assets
                    and regexp_matches(words_below, '\b(property|plant|equipment|fixed assets)\b'),
                    is_below_payables
                    and regexp_matches(
                        words_below, '\b(long term|noncurrent|deferred (income|tax(es)?|revenues?|rent|credits))\b'
                    )
                )
                then if(is_above_assets, 'total current assets', 'total current liabilities')
            when
                section_above = 'interest bearing' and not is_above_assets
                and words_below not like '%total deposits%'
                then 'total deposits'
            when
                not is_above_assets
                and (
                    section_above = '' or section_above like 'liabilities%'
                    or (is_below_total and not regexp_matches(section_above, '\b(equity|deficit|capital|investment)\b'))
                )
                and regexp_matches(
                    words_below, '\b(equity|deficit|common|preferred|capital|treasury|minority|noncontrolling)\b'
                )
                and not regexp_matches(words_below, '\bliabilities\b')
                then 'total liabilities'
        end as label_words
    from headed

)

select
    line_id,
    filing_id,
    label_words
from named
where label_words is not null
