with

concepts as (

    select * from {{ ref('concepts') }}

),

-- Of the statement that an element belongs to: a statement of cash flows begins with income, which it only repeats.
facts as (

    select facts.*
    from {{ changed(ref('int_facts')) }} as facts
    inner join concepts using (concept)
    where facts.statement = concepts.statement or facts.concept = 'DepreciationDepletionAndAmortization'

),

-- Ratios keep to one currency a filing: the one that most of its numbers are in, of two the one printed first.
currencies as (

    select
        filing_id,
        mode(unit order by document_no, table_no, line_no, column_no) filter (where unit_kind = 'money') as currency
    from facts
    group by filing_id

)

select
    facts.filing_id,
    facts.statement,
    facts.concept,
    facts.period_start,
    facts.period_end,
    facts.months,
    facts.value,
    facts.rounding,
    facts.fact_id,
    currencies.currency
from facts
inner join currencies using (filing_id)
where facts.unit_kind = 'shares' or facts.unit in (currencies.currency, currencies.currency || '/share')
qualify row_number() over (
    partition by facts.filing_id, facts.concept, facts.period_start, facts.period_end
    order by facts.document_no, facts.table_no, facts.line_no, facts.column_no
) = 1
