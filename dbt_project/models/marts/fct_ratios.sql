with

flow_ratios as (

    select * from {{ later(ref('int_flow_ratios')) }}

),

growth_ratios as (

    select * from {{ later(ref('int_growth_ratios')) }}

),

balance_ratios as (

    select * from {{ later(ref('int_balance_ratios')) }}

),

industry_ratios as (

    select * from {{ later(ref('int_industry_ratios')) }}

),

return_ratios as (

    select * from {{ later(ref('int_return_ratios')) }}

),

ratios as (

    select * from flow_ratios
    union all by name
    select * from growth_ratios
    union all by name
    select * from balance_ratios
    union all by name
    select * from return_ratios
    union all by name
    select * from industry_ratios

)

select
    md5(concat_ws('|', filing_id, ratio, coalesce(cast(period_start as varchar), ''), period_end)) as ratio_id,
    filing_id,
    ratio,
    period_start,
    period_end,
    cast(
        case
            when form = 'difference' then numerator - denominator
            when denominator > 0 then numerator / denominator * times - less
        end as decimal(28, 6)
    ) as value,
    numerator,
    denominator,
    numerator_concept,
    denominator_concept,
    basis,
    coalesce(prior_filing_id, filing_id) as denominator_filing_id,
    case
        when form = 'difference' then null
        when denominator = 0 then 'the denominator is zero'
        when denominator < 0 then 'the denominator is negative'
    end as reason
from ratios
where numerator is not null and denominator is not null and coalesce(times, 0) > 0
