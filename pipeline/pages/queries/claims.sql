-- A row a number told in the prose, and what the tables print.
select
    filing_id,
    claim_no,
    document_no,
    metric,
    metric_words,
    kind,
    unit,
    value,
    period_start,
    period_end,
    months,
    is_stated,
    figure,
    figure_value,
    tolerance,
    verdict,
    printed,
    char_start,
    char_end
from marts.fct_claims
