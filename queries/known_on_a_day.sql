-- What was known of a quarter on a day?
select concept, said_on, value
from marts.reported_as_of(date '2003-07-20')
where company_id = '9999999001' and period_end = '2003-06-30' and months = 3
    and concept in ('Revenues', 'ResearchAndDevelopmentExpense', 'NetIncomeLoss')
order by concept;
