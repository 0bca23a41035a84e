-- Whose prose disagrees with its tables, and where on the page?
select company, verdict, count(*) as claims,
    first(page || format('#k{}', claim_no) order by page, claim_no) as first_on_page
from marts.fct_claims inner join marts.dim_filing using (filing_id)
group by all
order by company, verdict;
