with

lines as (

    select * from {{ changed(ref('int_placed_lines')) }}
    where statement = 'income'

),

nonoperating as (

    select * from {{ changed(ref('int_nonoperating_names')) }}

),

surroundings as (

    select * from {{ changed(ref('int_income_surroundings')) }}

),

placed as (

    select
        lines.*,
        nonoperating.label_words as nonoperating_name,
        surroundings.* exclude (line_id, filing_id)
    from lines
    inner join surroundings using (line_id, filing_id)
    left join nonoperating using (line_id, filing_id)

),

named as (

    select
        *,
        case
            when nonoperating_name is not null then nonoperating_name
            when basic_or_diluted_around is not null then printed_words || ' ' || basic_or_diluted_around
            -- what its customers are let off stands between the two
            when
                is_net_below
                and regexp_matches(printed_words, '^total( operating)? revenues?$')
                and regexp_matches(words_below, '\b(allowances?|discounts?|scholarships)\b')
                then 'gross revenues'
            when is_sum_of_two_costs and regexp_matches(printed_words, '^costs? of (sales|revenues?|goods sold)$')
                then 'total ' || printed_words
            when not is_bare_total then null
            when is_revenue_less_cost and unit_kind = 'money' then 'gross profit'
            when is_below_taxes then 'total income taxes'
            when is_pretax_total or (is_rest_of_gross_profit and is_next_to_taxes) then 'income before income taxes'
            when is_rest_of_gross_profit and not is_below_other_items then 'operating income'
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
