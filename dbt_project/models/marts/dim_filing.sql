with

filings as (

    select * from {{ ref('stg_filings') }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

)

select
    filings.filing_id,
    filings.path,
    filings.accession_number,
    filings.form,
    coalesce(filings.form like '%/A', false) as is_amendment,
    filings.items,
    filings.item_titles,
    filings.reported_on,
    filings.filed_on,
    filings.accepted_at,
    filings.cik,
    filings.company,
    registrants.company_id,
    filings.facts_from,
    filings.is_earnings_release,
    filings.release_reasons
from filings
left join registrants using (filing_id)
