{{ config(group='warehouse', meta={'dagster': {'ref': {'name': 'int_facts'}}}) }}
-- Slicing a document's text by a fact's offsets gives the printed characters back. By their rowid the texts of a few
-- documents are read without those of all.
with

facts as (

    select * from {{ get_where_subquery(ref('int_facts')) }}

),

documents as (

    select * from {{ source('raw', 'documents') }}
    where rowid in (
        select of_facts.rowid from {{ source('raw', 'documents') }} as of_facts
        where of_facts.filing_id in (select facts.filing_id from facts)
    )

)

select
    facts.filing_id,
    facts.fact_id,
    facts.printed
from facts
left join documents
    on
        facts.filing_id = documents.filing_id
        and facts.document_no = documents.document_no
where substring(documents.text, facts.char_start + 1, facts.char_end - facts.char_start) is distinct from facts.printed
