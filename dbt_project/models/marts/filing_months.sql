with

files as (

    select * from {{ ref('stg_files') }}

),

filings as (

    select * from {{ ref('dim_filing') }}

),

income as (

    select distinct filing_id from {{ ref('fct_income') }}

),

balance as (

    select distinct filing_id from {{ ref('fct_balance') }}

)

select
    cast(date_trunc('month', filings.said_on) as date) as filing_month,
    cast(count(*) as integer) as files,
    cast(count(*) filter (where files.status <> 'parsed') as integer) as files_not_read,
    cast(count(*) filter (where filings.is_earnings_release) as integer) as releases,
    cast(count(income.filing_id) as integer) as with_income,
    cast(count(balance.filing_id) as integer) as with_balance,
    cast(count(*) filter (where filings.guidance_items > 0) as integer) as with_guidance,
    cast(avg(filings.quality) as decimal(5, 4)) as quality
from files
left join filings on files.path = filings.path
left join income on filings.filing_id = income.filing_id
left join balance on filings.filing_id = balance.filing_id
group by filing_month
