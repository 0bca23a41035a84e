-- What has been read, month by month of filing: how much of it, and how much came through?
with files as (
    select coalesce(strftime(filed_on, '%Y-%m'), 'no date') as month, files.status, files.filing_id
    from raw.files left join marts.dim_filing using (filing_id)
),
statements as (
    select filing_id, bool_or(statement = 'income') as income, bool_or(statement = 'balance') as balance
    from marts.first_reported group by filing_id
)
select month, count(*) as files, count(*) filter (where status <> 'parsed') as not_read,
    count(*) filter (where is_earnings_release) as releases, count(*) filter (where income) as with_income,
    count(*) filter (where balance) as with_balance, round(avg(quality), 3) as quality
from files
left join marts.dim_filing using (filing_id)
left join statements using (filing_id)
group by month
order by month;
