{%- set first_of = [
    'cost', 'production_cost', 'goods_cost', 'total_cost_of_revenue', 'total_costs', 'other_cost', 'product_cost',
    'interest_expense', 'debt_interest', 'interest_income', 'amortization_apart', 'income_tax', 'net_income',
    'discontinued_result', 'discontinued_sale', 'noncontrolling', 'common_income', 'preferred', 'diluted_per_share',
    'basic_per_share', 'adjusted_shares', 'basic_shares', 'current_assets', 'assets', 'current_liabilities',
    'liabilities', 'noncurrent_assets', 'noncurrent_liabilities', 'capitalization', 'balance_end'
] -%}
with

panels as (

    select * from {{ changed(ref('int_panels')) }}

),

landmarks as (

    select
        filing_id,
        statement,
        panel,
        position,
        landmarks,
        unnest(landmarks) as landmark
    from panels

),

placed as (

    select
        *,
        coalesce(bool_or(landmark = 'cost') over above, false) as is_below_cost
    from landmarks
    window above as (partition by filing_id, statement, panel order by position)

),

-- what is earned before interest and taxes is what operations gave where nothing but costs stands above it
judged as (

    select
        *,
        landmark = 'ebit'
        and is_below_cost
        and not bool_or(
            is_below_cost and landmark in ('beside_operations', 'pretax_income', 'net_income')
        ) over above as is_of_operations
    from placed
    window above as (partition by filing_id, statement, panel order by position)

)

select
    filing_id,
    statement,
    panel,
    {% for landmark in first_of -%}
        min(position) filter (where landmark = '{{ landmark }}') as {{ landmark }},
    {% endfor -%}
    coalesce(
        min(position) filter (where landmark = 'gross_profit'),
        -- what the gas sold leaves for other costs
        if(
            min(position) filter (where landmark = 'operating_margin')
            < min(position) filter (where landmark = 'operating_income'),
            min(position) filter (where landmark = 'operating_margin'),
            null
        )
    ) as gross_profit,
    coalesce(
        min(position) filter (where landmark = 'operating_income'),
        min(position) filter (where landmark = 'operating_margin'),
        min(position) filter (where is_of_operations)
    ) as operating_income,
    min(position) filter (where is_of_operations) as ebit,
    max(position) filter (where landmark = 'interest_margin') as interest_margin,
    min(position) filter (where landmark in ('bank_interest', 'net_interest')) as net_interest,
    coalesce(
        min(position) filter (where landmark = 'pretax_income' and not list_contains(landmarks, 'noncontrolling')),
        -- a utility takes its taxes off above operating income
        if(
            bool_or(landmark = 'operating_income'),
            null,
            min(position) filter (where landmark = 'operating_pretax')
        ),
        -- where nothing is taxed
        if(
            bool_or(landmark = 'income_tax'),
            null,
            least(
                min(position) filter (where landmark = 'continuing_income'),
                min(position) filter (where landmark = 'net_income')
            )
        ),
        min(position) filter (where landmark = 'net_income')
    ) as pretax_income,
    max(position) filter (
        where landmark = 'pretax_income' and not list_contains(landmarks, 'noncontrolling')
    ) as last_pretax_income,
    max(position) filter (where landmark = 'net_income') as last_net_income,
    max(position) filter (where landmark = 'noncontrolling') as last_noncontrolling,
    min(position) filter (
        where landmark = 'parent_income'
        and not list_has_any(landmarks, ['noncontrolling', 'common_income', 'preferred'])
    ) as parent_income,
    coalesce(
        min(position) filter (where landmark = 'diluted_shares'),
        min(position) filter (where landmark = 'adjusted_shares')
    ) as diluted_shares,
    min(position) filter (
        where landmark = 'equity_part' and not list_has_any(landmarks, ['stock_held', 'noncontrolling'])
    ) as equity_part
from judged
group by all
