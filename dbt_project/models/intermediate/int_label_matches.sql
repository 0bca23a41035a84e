with

labels as (

    select distinct
        statement,
        unit_kind,
        label_words
    from {{ ref('int_lines') }}
    where label_words != ''

),

-- depends_on: {{ ref('pattern_words') }}
matches as (

    select
        *,
        {{ matching_patterns(ref('concept_patterns')) }} as patterns
    from labels

)

select
    statement,
    unit_kind,
    label_words,
    cast(unnest(patterns) as varchar) as pattern
from matches
