-- A row a doubt.
select
    filing_id,
    case severity when 'error' then 1 when 'warning' then 2 else 3 end as gravity,
    document_no,
    char_start,
    stage,
    severity,
    code,
    message,
    char_end
from raw.issues
