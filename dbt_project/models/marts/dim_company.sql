with

registrants as (

    select * from {{ ref('int_registrants') }}

),

filings as (

    select * from {{ ref('stg_filings') }}

),

dated as (

    select
        registrants.*,
        coalesce(filings.said_on, date '1900-01-01') as said_on
    from registrants
    inner join filings using (filing_id)

),

companies as (

    select
        company_id,
        max(cik) as cik,
        arg_max(company, (said_on, filing_id)) as company,
        arg_max(sic, (said_on, filing_id)) filter (where sic is not null) as sic,
        arg_max(state, (said_on, filing_id)) filter (where state is not null) as state,
        arg_max(fiscal_year_end, (said_on, filing_id)) filter (where fiscal_year_end is not null) as fiscal_year_end,
        cast(count(distinct filing_id) as integer) as filings,
        bool_or(filer_no = 1) as files_itself
    from dated
    group by company_id

)

select
    company_id,
    cik,
    company,
    sic,
    state,
    fiscal_year_end,
    filings,
    if(files_itself, {{ page_name('companies', 'company_id') }}, null) as page
from companies
