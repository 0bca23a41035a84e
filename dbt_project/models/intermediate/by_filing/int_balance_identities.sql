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

others as (

    {{ others_between('facts', ['Liabilities'],
        ['StockholdersEquity', 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest'], 'value') }}

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
