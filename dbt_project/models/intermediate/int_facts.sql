{{ config(materialized='view') }}

with

amounts as (

    select * from {{ ref('int_amounts') }}

),

lines as (

    select * from {{ ref('int_lines') }}

),

concepts as (

    select * from {{ ref('int_line_concepts') }}

),

line_concepts as (

    select
        lines.filing_id,
        lines.statement,
        lines.document_no,
        lines.table_no,
        lines.line_no,
        concepts.concept
    from lines
    inner join concepts on lines.line_id = concepts.line_id

)

select
amounts.*,
line_concepts.concept
from amounts
inner join
line_concepts
on amounts.filing_id = line_concepts.filing_id and amounts.statement = line_concepts.statement and amounts.document_no = line_concepts.document_no and amounts.table_no = line_concepts.table_no and amounts.line_no = line_concepts.line_no
