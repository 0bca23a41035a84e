with

amounts as (

    select * from {{ changed(ref('int_amounts')) }}
    where statement = 'cash_flow'

),

landmarks as (

    select * from {{ changed(ref('int_landmarks')) }}
    where landmark in ('opening_cash', 'closing_cash')

)

-- The first printed of each: what stands in the statement, not in its supplement.
select
    amounts.filing_id,
    amounts.period_start,
    amounts.period_end,
    arg_min(amounts.value, amounts.line_no) filter (where landmarks.landmark = 'opening_cash') as opening_cash,
    arg_min(amounts.value, amounts.line_no) filter (where landmarks.landmark = 'closing_cash') as closing_cash,
    max(amounts.rounding) as rounding
from amounts
inner join landmarks using (line_id)
group by all
