with

filers as (

    select * from {{ ref('stg_filers') }}

),

filings as (

    select * from {{ ref('stg_filings') }}
    where company is not null or cik is not null

),

registrants as (

    select
        filing_id,
        coalesce(filers.filer_no, 1) as filer_no,
        coalesce(filers.cik, if(filers.filer_no is null, filings.cik, null)) as cik,
        coalesce(filers.company, filings.company) as company,
        filers.sic,
        filers.state,
        filers.fiscal_year_end,
        coalesce(filers.former_names, []) as former_names
    from filings
    full outer join filers using (filing_id)

),

names as (

    select
        *,
        {{ normalised_name('company') }} as name
    from registrants

),

-- The names that registrants with a CIK go or went by, where they are one registrant's alone.
known_names as (

    select
        cik,
        name
    from names
    union all
    select
        cik,
        {{ normalised_name('unnest(former_names)') }} as name
    from names

),

ciks as (

    select
        name,
        min(cik) as cik
    from known_names
    where cik is not null and name != ''
    group by name
    having count(distinct cik) = 1

),

resolved as (

    select
        names.* exclude (cik),
        coalesce(names.cik, ciks.cik) as cik
    from names
    left join ciks using (name)

)

select
    filing_id,
    filer_no,
    coalesce(lpad(cast(cik as varchar), 10, '0'), name) as company_id,
    cik,
    company,
    sic,
    state,
    fiscal_year_end
from resolved
where cik is not null or name != ''
