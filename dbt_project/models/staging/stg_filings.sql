with

source as (

    select * from {{ source('raw', 'filings') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(path as varchar) as path,
        cast(accession_number as varchar) as accession_number,
        cast(form as varchar) as form,
        cast(items as varchar[]) as items,
        cast(item_titles as varchar[]) as item_titles,
        cast(reported_on as date) as reported_on,
        cast(signed_on as date) as signed_on,
        cast(filed_on as date) as filed_on,
        cast(coalesce(filed_on, signed_on, reported_on) as date) as said_on,
        cast(accepted_at as timestamp) as accepted_at,
        cast(cik as bigint) as cik,
        cast(company as varchar) as company,
        cast(facts_from as varchar) as facts_from,
        cast(is_earnings_release as boolean) as is_earnings_release,
        cast(release_reasons as varchar[]) as release_reasons
    from source

)

select * from renamed
