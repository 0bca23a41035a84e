with

changes as (

    select * from {{ ref('filing_changes') }}

),

filings as (

    select * from {{ ref('stg_filings') }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

),

said as (

    select
        registrants.filing_id,
        registrants.company_id,
        filings.said_on
    from registrants
    inner join filings using (filing_id)

),

-- Of a company whose filing is gone or another one by now all are read: when the former was said is not kept.
companies as (

    select
        changes.company_id,
        if(changes.is_new, said.said_on, cast('-infinity' as date)) as since
    from changes
    left join said using (filing_id)
    union all
    select
        built_company_id as company_id,
        cast('-infinity' as date) as since
    from changes

)

select filing_id from changes
union
select said.filing_id
from said
inner join companies
    on said.company_id = companies.company_id and said.said_on >= companies.since
