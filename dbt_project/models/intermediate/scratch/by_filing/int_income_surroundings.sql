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
        and not bool_or(is_operating_result) over panel as is_rest_of_gross_profit,
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
        lead(amount, 2) over in_order = amount - abs(lead(amount) over in_order) as is_net_below
    from lines
    window
        panel as (partition by filing_id, document_no, table_no),
        in_order as (panel order by position),
        above as (in_order rows between unbounded preceding and 1 preceding),
        below as (in_order rows between 1 following and unbounded following)

)

select
    line_id,
    filing_id,
    basic_or_diluted_around,
    is_next_to_taxes,
    is_below_taxes,
    is_pretax_total,
    is_above_pretax,
    is_above_operating,
    is_above_gross_profit,
    is_below_other_items,
    is_rest_of_gross_profit,
    is_revenue_less_cost,
    is_sum_of_two_costs,
    is_sum_of_revenues,
    begins_with_revenues,
    is_net_below,
    largest_revenue,
    gross_profit,
    totals_above,
    amount_below
from placed
