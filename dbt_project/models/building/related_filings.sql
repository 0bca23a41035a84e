with

changes as (

    select * from {{ ref('filing_changes') }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

),

companies as (

    select company_id from changes
    union
    select built_company_id as company_id from changes

)

select filing_id from changes
union
select registrants.filing_id
from registrants
inner join companies using (company_id)
