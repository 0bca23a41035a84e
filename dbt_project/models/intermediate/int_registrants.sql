with

filings as (

    select * from {{ ref('stg_filings') }}

),

filers as (

    select * from {{ ref('stg_filers') }}

),

registrants as (

    select
        filing_id,
        filer_no,
        cik,
        company,
        sic,
        state,
        fiscal_year_end,
        former_names
    from filers
    union all by name
    select
        filing_id,
        1 as filer_no,
        cik,
        company
    from filings
    where filing_id not in (select filing_id from filers) and coalesce(company, cast(cik as varchar)) is not null

),

-- The names that a registrant with a CIK goes or went by, where they are its alone.
names as (

    select
        name,
        min(cik) as cik
    from (
        select
            cik,
            {{ normalised_name('company') }} as name
        from registrants
        union
        select
            cik,
            {{ normalised_name('unnest(former_names)') }} as name
        from registrants
    )
    where cik is not null and name != ''
    group by name
    having count(distinct cik) = 1

),

known as (

    select
        registrants.* exclude (cik),
        coalesce(registrants.cik, names.cik) as cik,
        {{ normalised_name('registrants.company') }} as name
    from registrants
    left join names
        on {{ normalised_name('registrants.company') }} = names.name

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
from known
where coalesce(lpad(cast(cik as varchar), 10, '0'), nullif(name, '')) is not null
