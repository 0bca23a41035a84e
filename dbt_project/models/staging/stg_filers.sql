with

source as (

    select * from {{ source('raw', 'filers') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(filer_no as integer) as filer_no,
        cast(cik as bigint) as cik,
        cast(company as varchar) as company,
        cast(sic as varchar) as sic,
        cast(irs_number as varchar) as irs_number,
        cast(file_number as varchar) as file_number,
        cast(state as varchar) as state,
        cast(fiscal_year_end as varchar) as fiscal_year_end,
        cast(former_names as varchar[]) as former_names
    from source

)

select * from renamed
