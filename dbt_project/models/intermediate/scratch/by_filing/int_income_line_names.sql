with

lines as (

    select
        *,
        regexp_matches(printed_words, '\b(operating (income|profit|loss)|from operations)\b') as is_operating_result,
        unit_kind = 'money' and regexp_matches(printed_words, '\bgross (profit|margin)\b') as is_gross_profit,
        is_operating_result or is_gross_profit as is_result,
        if(
            unit_kind = 'per_share', nullif(regexp_extract(printed_words, '\b(basic|diluted)\b'), ''), null
        ) as basic_or_diluted,
        amount >= 0
        and regexp_matches(all_words, '\b(revenues?|sales|premiums?|fees|rents?|surcharges?|income|gains)\b')
        and not regexp_matches(all_words, '\b(costs?|expenses?|interest)\b') as is_revenue
    from {{ changed(ref('int_placed_lines')) }}
    where statement = 'income'

),

placed as (

    select
        *,
        lag(section_words) over in_order = section_words
        and coalesce(lead(section_words) over in_order, '') != section_words as is_last_of_section,
        sum(amount) over (
            partition by filing_id, document_no, table_no, section_words
            order by position
            rows between unbounded preceding and 1 preceding
        ) as amount_of_section,
        -- other income and other expenses, each a line, come to no total of their own
        coalesce(starts_with(lag(printed_words) over in_order, 'other'), false)
        and printed_words not in ('other income', 'other expense', 'other expenses') as is_below_other,
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
        -- where nothing is taxed, as of a trust
        regexp_matches(lead(printed_words) over in_order, '^(net )?(income|loss|earnings) before\b')
        and not coalesce(
            bool_or(regexp_matches(all_words, '\b(income|provision|before)\b.*\btax(es)?\b')) over above, false
        )
        and lead(amount) over in_order != amount as is_next_to_result,
        (is_next_to_pretax or is_next_to_result)
        and not coalesce(bool_or(is_result) over above, false) as is_above_pretax,
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
        ) as is_next_to_taxes,
        is_next_to_taxes
        and 2 * amount = amount_so_far
        + last_value(if(is_operating_result, amount - amount_so_far, null) ignore nulls) over above as is_pretax_total,
        last_value(if(is_gross_profit, amount, null) ignore nulls) over above as gross_profit,
        amount_so_far - amount
        - last_value(if(is_gross_profit, amount_so_far, null) ignore nulls) over above as amount_below_gross_profit,
        -- what costs leave of gross profit, the costs printed with or without a total of theirs
        amount in (
            gross_profit - amount_below_gross_profit,
            gross_profit + amount_below_gross_profit,
            gross_profit - amount_below_gross_profit / 2
        )
        -- a total of costs that are half of it
        and amount_below_gross_profit not in (0, amount)
        and not bool_or(is_operating_result) over whole as is_rest_of_gross_profit,
        bool_or(regexp_matches(printed_words, '\b(interest|other income|equity)\b')) over above as is_below_other_items,
        lead(is_operating_result) over in_order
        and not coalesce(bool_or(is_operating_result) over above, false) as is_above_operating,
        regexp_matches(lead(printed_words) over in_order, '^gross (profit|margin)\b') as is_above_gross_profit,
        -- of goods and of handling them
        is_above_gross_profit
        and amount = lag(amount) over in_order + lag(amount, 2) over in_order as is_sum_of_two_costs,
        amount = lag(amount, 2) over in_order - abs(lag(amount) over in_order)
        and regexp_matches(
            lag(printed_words) over in_order,
            '^(total )?costs? of( (goods|products?|merchandise|services?|sales|revenues?|sold|net|and))+$'
        )
        and regexp_matches(
            lag(printed_words, 2) over in_order, '^((total|net|operating) )*(sales|revenues?)( net)?$'
        ) as is_revenue_less_cost,
        bool_and(is_revenue) over above as is_sum_of_revenues,
        regexp_matches(first_value(section_words) over above, '^([a-z]+ )?revenues?$') as begins_with_revenues,
        max(if(is_revenue, amount, null)) over above as largest_revenue,
        lead(amount) over in_order as amount_below,
        coalesce(sum(if(starts_with(printed_words, 'total '), amount, 0)) over above, 0) as totals_above,
        lead(amount, 2) over in_order = amount - abs(lead(amount) over in_order) as is_net_below,
        -- of what interest costs and what it earns, the two lines above
        regexp_matches(printed_words, '^interest\b.*\b(expenses?|costs?|charges) net$')
        and regexp_matches(lag(printed_words) over in_order, '^(interest|investment)\b')
        and regexp_matches(lag(printed_words, 2) over in_order, '^(interest|investment)\b')
        and regexp_matches(lag(printed_words) over in_order, '\bincome\b')
        != regexp_matches(lag(printed_words, 2) over in_order, '\bincome\b')
        and abs(abs(amount) - abs(abs(lag(amount) over in_order) - abs(lag(amount, 2) over in_order)))
        <= abs(amount) / 100 as is_balance_of_interest
    from lines
    window
        above as (
            partition by filing_id, document_no, table_no
            order by position
            rows between unbounded preceding and 1 preceding
        ),
        below as (
            partition by filing_id, document_no, table_no
            order by position
            rows between 1 following and unbounded following
        ),
        in_order as (partition by filing_id, document_no, table_no order by position),
        whole as (partition by filing_id, document_no, table_no)

),

named as (

    select
        *,
        case
            when basic_or_diluted_around is not null then printed_words || ' ' || basic_or_diluted_around
            when
                (
                    printed_words in (section_words, section_words || ' net')
                    or regexp_matches(printed_words, '^(net )?other( income| expenses?)+( net)?$')
                )
                and is_last_of_section and (amount = amount_of_section or is_below_other)
                and regexp_matches(section_words, '\bother\b.* (income|expenses?)\b')
                then 'total ' || printed_words  -- named as its heading
            -- what its customers are let off stands between the two
            when
                is_net_below
                and regexp_matches(printed_words, '^total( operating)? revenues?$')
                and regexp_matches(words_below, '\b(allowances?|discounts?|scholarships)\b')
                then 'gross revenues'
            -- the last of several lines between operating and pre-tax income: their total, or one of them
            when
                unit_kind = 'money'
                and regexp_matches(printed_words, '^((net |other )*nonoperating|net other)( income| expenses?| net)+$')
                and abs(abs(amount) - amount_nonoperating) > amount_nonoperating / 100
                then 'other nonoperating income expense net'
            when
                abs(amount) = amount_nonoperating
                and regexp_matches(
                    printed_words, '^(net |interest and )*(other|financial)( income| expenses?| items| net)+$'
                )
                then 'total other income expense net'
            when is_balance_of_interest then 'net interest income expense'
            when is_sum_of_two_costs and regexp_matches(printed_words, '^costs? of (sales|revenues?|goods sold)$')
                then 'total ' || printed_words
            when not is_bare_total then null
            when is_revenue_less_cost and unit_kind = 'money' then 'gross profit'
            when is_below_taxes then 'total income taxes'
            when is_pretax_total or (is_rest_of_gross_profit and is_next_to_taxes) then 'income before income taxes'
            when is_rest_of_gross_profit and not is_below_other_items then 'operating income'
            -- of all between operating and pre-tax income, of which the last lines have a heading of their own
            when
                abs(amount) = amount_nonoperating and section_above != '' and amount != amount_of_section
                then 'total other income expense net'
            when
                unit_kind = 'money' and amount > 0 and amount_so_far - totals_above = 2 * amount
                and if(
                    section_above in ('', 'income'),
                    is_sum_of_revenues or begins_with_revenues,
                    begins_with_revenues and amount != amount_of_section
                )
                then 'total revenues'
            when section_above = '' and is_above_gross_profit and not is_sum_of_revenues then 'total cost of revenue'
            -- more than the lines under the last of its headings come to: "Taxes" among operating expenses
            when
                is_above_operating and section_above != '' and amount != amount_of_section
                and amount + amount_below in (largest_revenue, gross_profit)
                then 'total costs and expenses'
            when section_above = '' and (is_above_pretax or is_above_operating) then 'total costs and expenses'
            -- revenues before what is taken off them
            when
                (is_net_below or total_below in (amount + amount_between, amount - amount_between))
                and regexp_matches(section_above, '\b(revenues?|sales)$')
                and regexp_matches(words_below, '\b(allowances?|returns|discounts|excise|eliminations?)\b')
                then printed_words
        end as label_words
    from placed

)

select
    line_id,
    filing_id,
    label_words
from named
where label_words is not null
