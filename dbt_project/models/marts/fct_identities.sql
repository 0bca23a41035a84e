with

balance as (

    select * from {{ later(ref('int_balance_identities')) }}

),

income as (

    select * from {{ later(ref('int_income_identities')) }}

),

cash_flow as (

    select * from {{ later(ref('int_cash_flow_identities')) }}

),

subtotals as (

    select * from {{ later(ref('int_subtotal_identities')) }}

),

year_to_date as (

    select * from {{ later(ref('int_year_to_date_identities')) }}

),

guidance as (

    select
        filing_id,
        period_start,
        period_end,
        'guidance' as identity,
        'g' || item_no as anchor,
        cast([] as varchar[]) as concepts,
        high as printed,
        greatest(low, high) as computed,
        'the higher of low and high' as computed_from,
        cast(0 as decimal(28, 4)) as tolerance
    from {{ later(ref('stg_guidance')) }}

),

identities as (

    select * from balance
    union all by name
    select * from income
    union all by name
    select * from cash_flow
    union all by name
    select * from subtotals
    union all by name
    select * from year_to_date
    union all by name
    select * from guidance

)

select
    md5(concat_ws('|', filing_id, identity, anchor, period_start, '/', period_end)) as identity_id,
    filing_id,
    identity,
    anchor,
    concepts,
    period_start,
    period_end,
    printed,
    computed,
    computed_from,
    tolerance,
    coalesce(abs(printed - computed) <= tolerance, false) as holds
from identities
where printed is not null and computed is not null
