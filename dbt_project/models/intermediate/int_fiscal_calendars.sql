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
        mode(month({{ closing_month("period_start - interval 1 day") }})) filter (
            where months in (6, 9)
        ) as before_year_to_date,
        mode(month({{ closing_month('period_end') }})) filter (where months = 12) as end_of_year
    from facts
    group by company_id

)

select
    companies.company_id,
    coalesce(
        printed.end_of_year,
        printed.before_year_to_date,
        try_cast(left(companies.fiscal_year_end, 2) as integer),
        12
    ) as year_end_month
from companies
left join printed using (company_id)
