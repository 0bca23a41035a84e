with

lines as (

    select * from {{ ref('int_lines') }}

),

landmarks as (

    select * from {{ ref('landmark_patterns') }}

),

-- depends_on: {{ ref('pattern_words') }}
labels as (

    select
        *,
        {{ matching_patterns(ref('landmark_patterns')) }} as patterns
    from (select distinct
        statement,
        unit_kind,
        label_words
    from lines)

),

matches as (

    select
        statement,
        unit_kind,
        label_words,
        cast(unnest(patterns) as varchar) as pattern
    from labels

)

select distinct
    lines.line_id,
    landmarks.landmark
from lines
inner join
    matches
    on lines.statement = matches.statement and lines.unit_kind = matches.unit_kind and lines.label_words = matches.label_words
inner join landmarks
on
    matches.statement = landmarks.statement
    and matches.unit_kind = landmarks.unit_kind
    and matches.pattern = landmarks.label
