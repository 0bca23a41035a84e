-- Where do figures not add up, and by how much?
select
    company, identity, anchor, array_to_string(concepts, ', ') as elements, period_end, printed, computed,
    printed - computed as difference
from marts.fct_identities inner join marts.dim_filing using (filing_id)
where not holds
order by company, filing_id, identity, anchor;
