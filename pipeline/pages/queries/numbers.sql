-- A row a number of a table, where it stands and how it was read.
with

facts as (

    select *, 'fct_income' as mart
    from marts.fct_income
    union all by name
    select *, 'fct_balance' as mart
    from marts.fct_balance
    union all by name
    select *, 'fct_cash_flow' as mart
    from marts.fct_cash_flow

)

select
    cells.filing_id,
    cells.document_no,
    cells.table_no,
    cells.line_no,
    cells.column_no,
    cells.section,
    cells.label,
    cells.printed,
    cells.value,
    cells.unit,
    cells.scale,
    if(facts.mart is null, cells.period_start, facts.period_start) as period_start,
    if(facts.mart is null, cells.period_end, facts.period_end) as period_end,
    if(facts.mart is null, cells.months, facts.months) as months,
    cells.char_start,
    cells.char_end,
    columns.header,
    columns.period_from,
    tables.class as table_class,
    tables.is_primary,
    tables.is_stand_in,
    tables.scale_from,
    tables.caption,
    facts.mart,
    facts.concept,
    concepts.label as concept_label
from raw.cells
inner join raw.tables using (filing_id, document_no, table_no)
left join raw.columns using (filing_id, document_no, table_no, column_no)
left join facts using (filing_id, document_no, table_no, line_no, column_no)
left join marts.dim_concept as concepts on facts.concept = concepts.concept
