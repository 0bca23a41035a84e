with

dates as (

    select * from {{ changed(ref('int_balance_dates')) }}

),

concept_values as (

    select * from {{ changed(ref('int_concept_values')) }}
    where statement = 'balance'

),

roundings as (

    select
        filing_id,
        period_end,
        max(rounding) as rounding
    from concept_values
    group by all

),

facts as (

    select * from {{ changed(ref('int_facts')) }}
    where statement = 'balance'

),

-- Where the total of liabilities stands in each column, and the total of equity below it.
totals as (

    select
        filing_id,
        document_no,
        table_no,
        column_no,
        min(line_no) filter (where concept = 'Liabilities') as liabilities_line,
        min(line_no) filter (where concept in (
            'StockholdersEquity', 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest'
        )) as equity_line
    from facts
    group by all

),

-- Lines between the two that bear no element.
others as (

    select
        facts.filing_id,
        facts.period_end,
        list(facts.value order by facts.document_no, facts.table_no, facts.line_no, facts.column_no) as others
    from facts
    inner join totals using (filing_id, document_no, table_no, column_no)
    where
        facts.concept is null
        and facts.line_no > totals.liabilities_line
        and facts.line_no < totals.equity_line
    group by all

)

select
    filing_id,
    cast(null as date) as period_start,
    period_end,
    unnest([
        {{ identity('assets', ['Assets', 'LiabilitiesAndStockholdersEquity'], 'assets',
            'liabilities_and_equity', 'LiabilitiesAndStockholdersEquity', '0') }},
        {{ identity('liabilities_and_equity',
            ['Liabilities', 'StockholdersEquity', 'MinorityInterest',
                'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
                'LiabilitiesAndStockholdersEquity'],
            'liabilities_and_equity',
            'if(is_liabilities_derived, null, '
            ~ with_what_lacks('liabilities_and_equity', 'liabilities + equity + coalesce(minority_apart, 0)', 'others',
                '3 * rounding') ~ ')',
            'Liabilities + StockholdersEquity, and a line without an element where that is all it lacks',
            '3 * rounding') }}
    ], recursive := true)
from dates
inner join roundings using (filing_id, period_end)
left join others using (filing_id, period_end)
