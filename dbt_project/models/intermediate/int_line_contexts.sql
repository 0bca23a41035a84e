with

lines as (

    select * from {{ ref('int_lines') }}

),

panels as (

    select * from {{ ref('int_panels') }}

),

landmarks as (

    select * from {{ ref('int_panel_landmarks') }}

),

industries as (

    select * from {{ ref('int_industries') }}

),

placed as (

    select
        lines.line_id,
        lines.filing_id,
        lines.statement,
        lines.position,
        lines.section_words,
        lines.is_stand_in,
        panels.panel,
        industries.industry,
        landmarks.* exclude (filing_id, statement, panel),
        count(*) filter (
            where lines.unit_kind = 'money'
            and lines.position > landmarks.operating_income and lines.position < landmarks.pretax_income
        ) over (partition by lines.filing_id, lines.statement, panels.panel) as nonoperating_lines
    from lines
    inner join panels on lines.line_id = panels.line_id
left join landmarks
    on
        panels.filing_id = landmarks.filing_id
        and panels.statement = landmarks.statement
        and panels.panel = landmarks.panel
left join industries
    on lines.filing_id = industries.filing_id

)

select
line_id,
panel,
list_filter(
    [
        industry,
        {{ income_contexts() }},
        {{ balance_contexts() }}
    ],
    lambda context: context is not null
) as contexts
from placed
