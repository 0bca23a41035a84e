with

lines as (

    select * from {{ changed(ref('int_printed_lines')) }}

),

worded as (

    select
        *,
        concat_ws(' ', section_words, printed_words) as all_words,
        printed_words in ('', 'total') or (statement = 'income' and printed_words = 'subtotal') as is_bare_total,
        regexp_matches(printed_words, '\b(accumulated|allowances? for) (depreciation|depletion)\b') as is_depreciation,
        regexp_matches(printed_words, '^(allowances?|reserves?)( for|$)') as is_allowance,
        regexp_matches(printed_words, '\breceivables?\b')
        and not regexp_matches(printed_words, '\b(loans?|leases?|notes?|financ(e|ing)|mortgages?)\b') as is_receivable,
        regexp_matches(printed_words, '\b(operating (income|profit|loss)|from operations)\b') as is_operating_result,
        is_operating_result or regexp_matches(printed_words, '\bgross (profit|margin)\b') as is_result,
        if(
            unit_kind = 'per_share', nullif(regexp_extract(printed_words, '\b(basic|diluted)\b'), ''), null
        ) as basic_or_diluted,
        line_values[1] as amount,
        sum(
            if(regexp_matches(label, '^(?i)(less|deduct)\b'), -abs(line_values[1]), line_values[1])
        ) over (
            partition by filing_id, statement, document_no, table_no
            order by position
        ) as amount_so_far,
        line_values[1] >= 0
        and regexp_matches(all_words, '\b(revenues?|sales|premiums?|fees|rents?|surcharges?|income|gains)\b')
        and not regexp_matches(all_words, '\b(costs?|expenses?|interest)\b') as is_revenue
    from lines

),

placed as (

    select
        *,
        coalesce(nullif(section_words, ''), lag(section_words) over in_order, '') as section_above,
        lag(section_words) over in_order = section_words
        and coalesce(lead(section_words) over in_order, '') != section_words as is_last_of_section,
        sum(amount) over (
            partition by filing_id, statement, document_no, table_no, section_words
            order by position
            rows between unbounded preceding and 1 preceding
        ) as amount_of_section,
        -- other income and other expenses, each a line, come to no total of their own
        coalesce(starts_with(lag(printed_words) over in_order, 'other'), false)
        and printed_words not in ('other income', 'other expense', 'other expenses') as is_below_other,
        lead(all_words) over in_order as words_below,
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
                last_value(nullif(section_words, '') ignore nulls) over up_to_here  -- its parts may have their total
            ),
            '\b(propert(y|ies)|plant|equipment|premises|fixed assets)\b'
        ) as is_below_depreciation,
        lead(is_depreciation) over in_order as is_depreciated_below,
        regexp_matches(lag(printed_words) over in_order, '\b(current|deferred)\b')
        and regexp_matches(lag(printed_words, 2) over in_order, '\b(current|deferred)\b')
        and regexp_matches(
            concat_ws(' ', lag(printed_words) over in_order, lag(printed_words, 2) over in_order, section_words),
            '\btax(es)?\b'
        )
        and abs(amount) <= 2 * (abs(lag(amount) over in_order) + abs(lag(amount, 2) over in_order)) as is_below_taxes,
        -- "Discontinued operations" between two lines that are called basic
        case
            when
                unit_kind = 'per_share' and basic_or_diluted is null
                and regexp_matches(printed_words, '\b(dis)?continu(ing|ed)\b')
                and not regexp_matches(section_words, '\b(basic|primary|diluted|dilution)\b')
                and last_value(basic_or_diluted ignore nulls) over above
                = first_value(basic_or_diluted ignore nulls) over below
                then last_value(basic_or_diluted ignore nulls) over above
        end as basic_or_diluted_around,
        regexp_matches(lead(printed_words) over in_order, '\bbefore .*\btax(es)?\b') as is_next_to_pretax,
        is_next_to_pretax and not coalesce(bool_or(is_result) over above, false) as is_above_pretax,
        if(
            (
                is_next_to_pretax
                or regexp_matches(  -- where nothing is taxed
                    lead(printed_words) over in_order,
                    '^net (income|loss|earnings)( before (extraordinary|cumulative).*)?$'
                )
            )
            -- and the lines between do not cancel each other out
            and amount_so_far - amount
            != last_value(if(is_operating_result, amount_so_far, null) ignore nulls) over above,
            abs(lead(amount) over in_order - last_value(if(is_operating_result, amount, null) ignore nulls) over above),
            null
        ) as amount_nonoperating,
        -- operating income and what was added to it since, above the taxes
        regexp_matches(
            lead(printed_words) over in_order,
            '^((provision|benefit|credit|expense)( and| or)? )*(for |from )?(income )?tax(es)?( on income)?'
            || '( provision| benefit| credit| expense)*$'
        )
        and 2 * amount = amount_so_far
        + last_value(if(is_operating_result, amount - amount_so_far, null) ignore nulls) over above as is_pretax_total,
        lead(is_operating_result) over in_order
        and not coalesce(bool_or(is_operating_result) over above, false) as is_above_operating,
        regexp_matches(lead(printed_words) over in_order, '^gross (profit|margin)\b') as is_above_gross_profit,
        bool_and(is_revenue) over above as is_sum_of_revenues,
        coalesce(sum(if(starts_with(printed_words, 'total '), amount, 0)) over above, 0) as totals_above,
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
        lead(amount, 2) over in_order = amount - abs(lead(amount) over in_order) as is_net_below,
        first_value(if(is_bare_total, amount, null) ignore nulls) over below as total_below,
        first_value(if(is_bare_total, amount_so_far - amount, null) ignore nulls) over below
        - amount_so_far as amount_between,
        last_value(if(is_bare_total, amount_so_far, null) ignore nulls) over above as so_far_at_total,
        position = max(position) over panel
        or (is_bare_total and position > min(position) over same_totals) as is_last,
        amount = lag(amount) over in_order + lag(amount, 2) over in_order
        and regexp_matches(lag(printed_words) over in_order, '^(noncontrolling|minority) interests?$')
        and regexp_matches(
            lag(all_words, 2) over in_order, '\b(equity|deficit|capital)\b'
        ) as is_sum_of_owners,
        bool_or(
            regexp_matches(all_words, '\b(liabilities|payable|capital|equity)\b')
        ) over panel as has_liabilities,
        line_values in (last_value(line_values) over panel, last_value(line_values) over whole)
        or (is_bare_total and count(*) over same_totals > 1) as repeats_the_last
    from worded
    window
        whole as (
            partition by filing_id, statement
            order by position
            rows between unbounded preceding and unbounded following
        ),
        panel as (
            partition by filing_id, statement, document_no, table_no
            order by position
            rows between unbounded preceding and unbounded following
        ),
        above as (
            partition by filing_id, statement, document_no, table_no
            order by position
            rows between unbounded preceding and 1 preceding
        ),
        below as (
            partition by filing_id, statement, document_no, table_no
            order by position
            rows between 1 following and unbounded following
        ),
        up_to_here as (
            partition by filing_id, statement, document_no, table_no
            order by position
            rows between unbounded preceding and current row
        ),
        in_order as (
            partition by filing_id, statement, document_no, table_no
            order by position
        ),
        -- What is printed below a balance sheet (book value) may part its last total from the end.
        same_totals as (partition by filing_id, statement, document_no, table_no, is_bare_total, line_values)

),

-- Assets stand above their total, liabilities below it.
sided as (

    select
        *,
        position < coalesce(
            min(position) filter (where statement = 'balance' and is_bare_total and repeats_the_last and not is_last)
                over panel,
            min(position) filter (where statement = 'balance' and printed_words = 'total assets') over panel,
            0
        ) as is_above_assets,
        is_below_depreciation and amount + amount_between = total_below as is_part_of_property,
        -- net property so far and what was added to it since
        amount_so_far
        + last_value(if(is_bare_total and is_below_depreciation, amount - amount_so_far, null) ignore nulls) over above
        = 2 * amount as is_all_property
    from placed
    window
        panel as (partition by filing_id, statement, document_no, table_no),
        above as (
            partition by filing_id, statement, document_no, table_no
            order by position
            rows between unbounded preceding and 1 preceding
        )

),

-- One heading may stand over two totals: of what is current, and of all.
headed as (

    select
        *,
        count(*) filter (where is_bare_total) over (
            partition by filing_id, statement, document_no, table_no, is_above_assets, section_above
            order by position
            rows between unbounded preceding and 1 preceding
        ) > 0 as is_below_total
    from sided

),

-- A total printed without a label is the total of the lines above it, which stand under a heading.
totals as (

    select
        *,
        case
            when basic_or_diluted_around is not null then printed_words || ' ' || basic_or_diluted_around
            when is_depreciated_below then regexp_replace(printed_words, '( gross| at cost)*$', ' gross')
            when statement = 'balance' and is_gross_receivable then 'receivables gross'
            when  -- of the partnership that a trust operates by, and no part of its equity
                statement = 'balance' and regexp_matches(section_words, '^(noncontrolling|minority) interests?$')
                and regexp_matches(printed_words, '^(perpetual |preferred |common |operating |partnership )+units$')
                then 'noncontrolling interests in units'
            when
                statement = 'balance' and printed_words not like 'total%'
                and regexp_matches(section_words, '^(redeemable )?(noncontrolling|minority) interests?$')
                and not regexp_matches(
                    printed_words, '\b(common|preferred|capital|retained|equity|deficit|treasury|accumulated)\b'
                )
                then 'noncontrolling interests ' || printed_words
            when
                statement = 'income'
                and (
                    printed_words in (section_words, section_words || ' net')
                    or regexp_matches(printed_words, '^(net )?other( income| expenses?)+( net)?$')
                )
                and is_last_of_section and (amount = amount_of_section or is_below_other)
                and regexp_matches(section_words, '\bother\b.* (income|expenses?)\b')
                then 'total ' || printed_words  -- named as its heading
            -- what its customers are let off stands between the two
            when
                statement = 'income' and is_net_below
                and regexp_matches(printed_words, '^total( operating)? revenues?$')
                and regexp_matches(words_below, '\b(allowances?|discounts?|scholarships)\b')
                then 'gross revenues'
            -- the last of several lines between operating and pre-tax income: their total, or one of them
            when
                statement = 'income' and unit_kind = 'money'
                and regexp_matches(printed_words, '^((net |other )*nonoperating|net other)( income| expenses?| net)+$')
                and abs(abs(amount) - amount_nonoperating) > amount_nonoperating / 100
                then 'other nonoperating income expense net'
            when
                statement = 'income' and abs(amount) = amount_nonoperating
                and regexp_matches(printed_words, '^(net |interest and )*other( income| expenses?| net)+$')
                then 'total other income expense net'
            when not is_bare_total then printed_words
            when statement = 'balance' and is_below_allowance then 'net receivables'
            when statement = 'balance' and is_part_of_property then printed_words
            when statement = 'balance' and (is_below_depreciation or is_all_property) then 'net property'
            when statement = 'balance' and is_last and has_liabilities then 'total liabilities and equity'
            when statement = 'balance' and repeats_the_last then 'total assets'
            when statement = 'balance' and is_sum_of_owners then 'total equity'
            when
                statement = 'balance' and is_below_total and amount_so_far - 2 * amount = so_far_at_total
                then printed_words  -- of the lines since the total above, which stands apart
            when statement = 'balance' and section_above = 'current' and not is_below_total
                then if(is_above_assets, 'total current assets', 'total current liabilities')
            -- below the total of the last heading of what is current: of all of it
            when statement = 'balance' and is_next_to_total
                then if(is_above_assets, 'total current assets', 'total current liabilities')
            when statement = 'income' and is_below_taxes then 'total income taxes'
            when statement = 'income' and is_pretax_total then 'income before income taxes'
            when
                statement = 'income' and section_above = '' and unit_kind = 'money'
                and amount > 0 and amount_so_far - totals_above = 2 * amount and is_sum_of_revenues
                then 'total revenues'
            when
                statement = 'income' and section_above = '' and is_above_gross_profit and not is_sum_of_revenues
                then 'total cost of revenue'
            when statement = 'income' and section_above = '' and (is_above_pretax or is_above_operating)
                then 'total costs and expenses'
            when
                amount + amount_between = total_below
                and regexp_matches(section_above, '^[a-z ]*\b(equity|deficit|costs|expenses|charges|deductions)$')
                and not regexp_matches(section_above, '\bliabilities\b')
                then printed_words
            -- revenues before what is taken off them
            when
                (is_net_below or total_below in (amount + amount_between, amount - amount_between))
                and regexp_matches(section_above, '\b(revenues?|sales)$')
                and regexp_matches(words_below, '\b(allowances?|returns|discounts|excise|eliminations?)\b')
                then printed_words
            when section_above = 'assets' then printed_words
            when
                statement = 'balance' and section_above = 'interest bearing' and not is_above_assets
                and words_below not like '%total deposits%'
                then 'total deposits'
            when
                statement = 'balance' and not is_above_assets
                and (
                    section_above = '' or section_above like 'liabilities%'
                    or (is_below_total and section_above in ('current', 'current liabilities'))
                )
                and regexp_matches(
                    words_below, '\b(equity|deficit|common|preferred|capital|treasury|minority|noncontrolling)\b'
                )
                and not regexp_matches(words_below, '\bliabilities\b')
                then 'total liabilities'
            when section_above not in ('', 'assets') and section_above not like 'liabilities and%'
                then 'total ' || section_above
            else printed_words
        end as label_words
    from headed

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
