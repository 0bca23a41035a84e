with

lines as (

    select * from {{ changed(ref('int_lines')) }}

),

landmarks as (

    select * from {{ ref('landmark_patterns') }}

),

labels as (

    select distinct
        statement,
        unit_kind,
        label_words
    from lines

),

-- depends_on: {{ ref('pattern_words') }}
matched_labels as (

    select
        *,
        {{ matching_patterns(ref('landmark_patterns')) }} as patterns
    from labels

),

matches as (

    select
        statement,
        unit_kind,
        label_words,
        cast(unnest(patterns) as varchar) as pattern
    from matched_labels

)

select distinct
    lines.line_id,
    lines.filing_id,
    landmarks.landmark
from lines
inner join matches using (statement, unit_kind, label_words)
inner join landmarks
    on
        matches.statement = landmarks.statement
        and matches.unit_kind = landmarks.unit_kind
        and matches.pattern = landmarks.label
