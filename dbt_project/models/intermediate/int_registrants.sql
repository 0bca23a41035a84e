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
        filers.file_number,
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

-- What a registrant with a CIK is called elsewhere: its names, its former ones, its commission file number.
aliases as (

    select
        cik,
        'name' as kind,
        name as alias
    from names
    union all
    select
        cik,
        'name' as kind,
        {{ normalised_name('unnest(former_names)') }} as alias
    from names
    union all
    select
        cik,
        'file_number' as kind,
        file_number as alias
    from names

),

ciks as (

    select
        kind,
        alias,
        min(cik) as cik
    from aliases
    where cik is not null and alias != ''
    group by kind, alias
    having count(distinct cik) = 1

),

-- One registrant's filings without a CIK may bear two names: the file number keeps them together.
file_numbers as (

    select
        name,
        min(file_number) as file_number
    from names
    where cik is null and name != ''
    group by name
    having count(distinct file_number) = 1

),

resolved as (

    select
        names.* exclude (cik, file_number),
        coalesce(names.cik, by_number.cik, by_name.cik) as cik,
        coalesce(names.file_number, file_numbers.file_number) as file_number
    from names
    left join ciks as by_number
        on by_number.kind = 'file_number' and names.file_number = by_number.alias
    left join ciks as by_name
        on by_name.kind = 'name' and names.name = by_name.alias
    left join file_numbers on names.name = file_numbers.name

)

select
    filing_id,
    filer_no,
    coalesce(lpad(cast(cik as varchar), 10, '0'), file_number, name) as company_id,
    cik,
    company,
    sic,
    state,
    fiscal_year_end
from resolved
where cik is not null or name != ''
