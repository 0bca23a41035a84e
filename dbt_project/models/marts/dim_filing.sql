with

filings as (

    select * from {{ related(ref('stg_filings')) }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

),

-- Filings that a reader gave up on, or that hold no text: what was not found in them may be there.
unread as (

    select distinct filing_id
    from {{ related(ref('stg_issues')) }}
    where severity = 'error'

),

guidance as (

    select
        filing_id,
        count(*) as items
    from {{ related(ref('stg_guidance')) }}
    group by filing_id

),

identities as (

    select
        filing_id,
        count(*) as checked,
        count(*) filter (where holds) as holding
    from {{ related(ref('fct_identities')) }}
    group by filing_id

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
    filings.signed_on,
    filings.filed_on,
    filings.said_on,
    filings.accepted_at,
    filings.cik,
    filings.company,
    registrants.company_id,
    filings.facts_from,
    filings.is_earnings_release,
    filings.release_reasons,
    cast(
        if(unread.filing_id is not null and guidance.items is null, null, coalesce(guidance.items, 0)) as integer
    ) as guidance_items,
    cast(coalesce(identities.checked, 0) as integer) as identities_checked,
    cast(identities.holding / identities.checked as decimal(5, 4)) as quality,
    {{ page_name('filings', 'filings.filing_id') }} as page,
    -- EDGAR keeps a filing's index below the CIK of any of its filers.
    'https://www.sec.gov/Archives/edgar/data/' || filings.cik || '/' || replace(filings.accession_number, '-', '')
    || '/' || filings.accession_number || '-index.htm' as source_url
from filings
left join registrants using (filing_id)
left join unread using (filing_id)
left join guidance using (filing_id)
left join identities using (filing_id)
