-- depends_on: {{ ref('filing_changes') }}, whose filings are tested
with

source as (

    select * from {{ source('raw', 'tables') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(document_no as integer) as document_no,
        cast(table_no as integer) as table_no,
        cast(class as varchar) as table_class,
        cast(is_primary as boolean) as is_primary,
        cast(is_stand_in as boolean) as is_stand_in,
        cast(score as double) as score,
        cast(reasons as varchar[]) as reasons,
        cast(caption as varchar) as caption,
        cast(currency as varchar) as currency,
        cast(scale as bigint) as scale,
        cast(scale_from as varchar) as scale_from,
        cast(char_start as integer) as char_start,
        cast(char_end as integer) as char_end
    from source

)

select * from renamed
