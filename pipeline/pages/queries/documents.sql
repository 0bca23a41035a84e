-- A row a document of a filing, read or skipped.
select
    filing_id,
    document_no,
    type,
    filename,
    description,
    format,
    text
from raw.documents
