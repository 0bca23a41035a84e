with

filings as (

    select * from {{ related(ref('stg_filings')) }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

),

concept_values as (

    select * from {{ related(ref('int_concept_values')) }}

),

ratios as (

    select * from {{ related(ref('fct_ratios')) }}

),

said as (

    select
        filings.filing_id,
        registrants.company_id,
        filings.said_on
    from filings
    inner join registrants using (filing_id)

),

figures as (

    select
        filing_id,
        'concept' as kind,
        concept as figure,
        period_start,
        period_end,
        value,
        currency
    from concept_values
    union all
    select
        filing_id,
        'ratio' as kind,
        ratio as figure,
        period_start,
        period_end,
        cast(value as decimal(28, 4)) as value,
        cast(null as varchar) as currency
    from ratios
    where value is not null

)

-- What a company printed for a period, the first time that it did so in a currency.
select
    said.company_id,
    figures.kind,
    figures.figure,
    figures.period_start,
    figures.period_end,
    {{ months_between('figures.period_start', 'figures.period_end') }} as months,
    figures.filing_id,
    said.said_on,
    figures.value,
    figures.currency
from figures
inner join said using (filing_id)
where said.said_on is not null
qualify row_number() over (
    partition by
        said.company_id, figures.kind, figures.figure, figures.currency, figures.period_start, figures.period_end
    order by said.said_on, figures.filing_id
) = 1
