with

periods as (

    select * from {{ related(ref('int_income_periods')) }}

),

filings as (

    select * from {{ related(ref('stg_filings')) }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

),

distances as (

    select
        unnest(['year', 'quarter']) as back,
        unnest([12, 3]) as months_back

),

said as (

    select
        periods.*,
        filings.said_on,
        coalesce(registrants.company_id, periods.filing_id) as company_id
    from periods
    inner join filings using (filing_id)
    left join registrants using (filing_id)

),

present as (

    select * from said
    where {{ is_said_anew(ref('later_filings')) }}

),

-- The same number of months a year or a quarter before: in the same filing, else in an earlier one of the company.
printed as (

    select
        present.filing_id,
        present.period_start,
        present.period_end,
        distances.back,
        if(past.filing_id = present.filing_id, 'printed', 'an earlier filing') as basis,
        past.filing_id as prior_filing_id,
        past.said_on,
        (past.period_end, past.period_start) as days,
        past.revenue,
        past.gross_profit,
        past.research_and_development,
        past.sga,
        past.operating_income,
        past.net_income,
        -- Of an earlier filing, where the shares have not been split since.
        if(
            past.filing_id = present.filing_id
            or coalesce(present.shares_diluted between past.shares_diluted / 1.4 and past.shares_diluted * 1.4, true),
            past.eps_diluted, null
        ) as eps_diluted
    from present
    cross join distances
    inner join said as past
        on
            present.company_id = past.company_id
            and present.months = past.months
            and present.currency is not distinct from past.currency
            and (present.filing_id = past.filing_id or present.said_on > past.said_on)
            and abs(date_diff('day', past.period_end, present.period_end - to_months(distances.months_back)))
            <= {{ var('days_apart') }}
    where distances.back = 'year' or present.months = 3

),

-- What six months leave when their second quarter is taken off; an amount a share is never derived.
derived as (

    select
        present.filing_id,
        present.period_start,
        present.period_end,
        'quarter' as back,
        'six months less the quarter' as basis,
        present.filing_id as prior_filing_id,
        present.said_on,
        half.revenue - present.revenue as revenue,
        half.gross_profit - present.gross_profit as gross_profit,
        half.research_and_development - present.research_and_development as research_and_development,
        half.sga - present.sga as sga,
        half.operating_income - present.operating_income as operating_income,
        half.net_income - present.net_income as net_income,
        cast(null as decimal(28, 4)) as eps_diluted
    from present
    inner join said as half
        on
            present.filing_id = half.filing_id
            and half.months = 6
            and present.period_end = half.period_end
    where present.months = 3

),

priors as (

    select * from printed
    union all by name
    select * from derived

)

select * exclude (said_on, days)
from priors
qualify row_number() over (
    partition by filing_id, period_start, period_end, back
    order by basis = 'printed' desc, basis = 'an earlier filing' asc, said_on desc, prior_filing_id asc, days desc
) = 1
