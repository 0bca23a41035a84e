with

companies as (

    select * from {{ ref('dim_company') }}

),

facts as (

    select * from {{ ref('int_company_facts') }}

),

-- What the statements tell: the month before a year to date begins, or the one in which a full year ends.
printed as (

    select
        company_id,
        mode(month({{ closing_month("period_start - interval 1 day") }}) order by period_end) filter (
            where months in (6, 9)
        ) as before_year_to_date,
        mode(month({{ closing_month('period_end') }}) order by period_end) filter (where months = 12) as end_of_year
    from facts
    group by company_id

),

-- Beside its own day a balance sheet prints the end of the year before it, or the same day of that year, or both.
balances as (

    select
        company_id,
        month({{ closing_month('max(period_end)') }}) as own_month,
        list_filter(
            list(distinct month({{ closing_month('period_end') }})), lambda closing_month: closing_month != own_month
        ) as other_months
    from facts
    where statement = 'balance'
    group by company_id, filing_id
    having len(other_months) = 1

),

-- Where it prints the quarter before, that is another month each time.
compared as (

    select
        company_id,
        other_months[1] as month_before
    from balances
    group by company_id, other_months[1]
    qualify 2 * count(*) > sum(count(*)) over (partition by company_id)

)

select
    companies.company_id,
    coalesce(
        printed.end_of_year,
        printed.before_year_to_date,
        try_cast(left(companies.fiscal_year_end, 2) as integer),
        compared.month_before,
        12
    ) as year_end_month
from companies
left join printed using (company_id)
left join compared using (company_id)
