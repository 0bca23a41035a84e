-- A row a filing: what it is, the page before and after it of the same company, and its headline figures.
with

filings as (

    select
        filings.*,
        files.sha256,
        files.parser_version,
        companies.page as company_page,
        coalesce(companies.company, filings.company) as called,
        (select count(*) from marts.fct_guidance as guidance where guidance.filing_id = filings.filing_id) as expected
    from marts.dim_filing as filings
    inner join raw.files on filings.path = files.path
    left join marts.dim_company as companies on filings.company_id = companies.company_id

),

-- The latest period that a filing prints, and of its lengths the quarter, else the shortest.
latest as (

    select
        filing_id,
        period_end,
        months
    from marts.fct_income
    where concept in ('Revenues', 'NetIncomeLoss') and months is not null
    qualify row_number() over (partition by filing_id order by period_end desc, months != 3, months) = 1

),

figures as (

    select
        facts.filing_id,
        if(facts.concept = 'EarningsPerShareBasicAndDiluted', 'EarningsPerShareDiluted', facts.concept) as concept,
        facts.period_end = latest.period_end as is_latest,
        arg_min(facts.value, (facts.document_no, facts.table_no, facts.line_no, facts.column_no)) as value,
        arg_min(facts.unit, (facts.document_no, facts.table_no, facts.line_no, facts.column_no)) as unit,
        arg_min(
            format('d{}-t{}-l{}-c{}', facts.document_no, facts.table_no, facts.line_no, facts.column_no),
            (facts.document_no, facts.table_no, facts.line_no, facts.column_no)
        ) as anchor
    from marts.fct_income as facts
    inner join latest on facts.filing_id = latest.filing_id and facts.months = latest.months
    where
        facts.concept in (
            'Revenues', 'OperatingIncomeLoss', 'NetIncomeLoss', 'EarningsPerShareDiluted',
            'EarningsPerShareBasicAndDiluted'
        )
        and abs(date_diff('day', facts.period_end, latest.period_end)) in (0, 364, 365, 366, 371)
    group by all

),

headlines as (

    select
        present.filing_id,
        list(
            {
                'concept': present.concept, 'value': present.value, 'unit': present.unit, 'anchor': present.anchor,
                'before': past.value
            }
            order by
                list_position(
                    ['Revenues', 'OperatingIncomeLoss', 'NetIncomeLoss', 'EarningsPerShareDiluted'], present.concept
                )
        ) as figures
    from figures as present
    left join figures as past
        on present.filing_id = past.filing_id and present.concept = past.concept and not past.is_latest
    where present.is_latest
    group by present.filing_id

)

select
    filings.filing_id,
    filings.path,
    filings.sha256,
    filings.parser_version,
    filings.accession_number,
    filings.form,
    filings.items,
    filings.item_titles,
    filings.said_on,
    filings.filed_on,
    filings.reported_on,
    filings.called,
    filings.company_id,
    filings.company_page,
    filings.is_earnings_release,
    filings.release_reasons,
    filings.expected,
    filings.identities_checked,
    filings.quality,
    filings.page,
    filings.source_url,
    lag(filings.page) over along as page_before,
    lead(filings.page) over along as page_after,
    latest.period_end,
    latest.months,
    coalesce(headlines.figures, []) as figures
from filings
left join latest using (filing_id)
left join headlines using (filing_id)
window along as (
    partition by coalesce(filings.company_id, filings.filing_id)
    order by filings.said_on, filings.accepted_at, filings.filing_id
)
