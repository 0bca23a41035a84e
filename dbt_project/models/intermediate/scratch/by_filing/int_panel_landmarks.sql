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
    min(position) filter (where landmark = 'cost') as cost,
    min(position) filter (where landmark = 'production_cost') as production_cost,
    min(position) filter (where landmark = 'goods_cost') as goods_cost,
    min(position) filter (where landmark = 'total_cost_of_revenue') as total_cost_of_revenue,
    min(position) filter (where landmark = 'total_costs') as total_costs,
    min(position) filter (where landmark = 'other_cost') as other_cost,
    min(position) filter (where landmark = 'product_cost') as product_cost,
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
    min(position) filter (where landmark = 'interest_expense') as interest_expense,
    min(position) filter (where landmark = 'debt_interest') as debt_interest,
    min(position) filter (where landmark = 'interest_income') as interest_income,
    min(position) filter (where landmark = 'amortization_apart') as amortization_apart,
    max(position) filter (where landmark = 'interest_margin') as interest_margin,
    min(position) filter (where landmark in ('bank_interest', 'net_interest')) as net_interest,
    min(position) filter (where landmark = 'income_tax') as income_tax,
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
    min(position) filter (where landmark = 'net_income') as net_income,
    max(position) filter (where landmark = 'net_income') as last_net_income,
    min(position) filter (where landmark = 'discontinued_result') as discontinued_result,
    min(position) filter (where landmark = 'discontinued_sale') as discontinued_sale,
    min(position) filter (where landmark = 'noncontrolling') as noncontrolling,
    max(position) filter (where landmark = 'noncontrolling') as last_noncontrolling,
    min(position) filter (
        where landmark = 'parent_income'
        and not list_has_any(landmarks, ['noncontrolling', 'common_income', 'preferred'])
    ) as parent_income,
    min(position) filter (where landmark = 'common_income') as common_income,
    min(position) filter (where landmark = 'preferred') as preferred,
    min(position) filter (where landmark = 'diluted_per_share') as diluted_per_share,
    min(position) filter (where landmark = 'basic_per_share') as basic_per_share,
    coalesce(
        min(position) filter (where landmark = 'diluted_shares'),
        min(position) filter (where landmark = 'adjusted_shares')
    ) as diluted_shares,
    min(position) filter (where landmark = 'adjusted_shares') as adjusted_shares,
    min(position) filter (where landmark = 'basic_shares') as basic_shares,
    min(position) filter (where landmark = 'current_assets') as current_assets,
    min(position) filter (where landmark = 'assets') as assets,
    min(position) filter (where landmark = 'current_liabilities') as current_liabilities,
    min(position) filter (where landmark = 'liabilities') as liabilities,
    min(position) filter (where landmark = 'noncurrent_assets') as noncurrent_assets,
    min(position) filter (where landmark = 'noncurrent_liabilities') as noncurrent_liabilities,
    min(position) filter (
        where landmark = 'equity_part' and not list_has_any(landmarks, ['stock_held', 'noncontrolling'])
    ) as equity_part,
    min(position) filter (where landmark = 'capitalization') as capitalization,
    min(position) filter (where landmark = 'balance_end') as balance_end
from judged
group by all
