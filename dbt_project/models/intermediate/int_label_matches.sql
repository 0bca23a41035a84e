{{ config(materialized='incremental', incremental_strategy='append') }}

with

labels as (

    select distinct
        statement,
        unit_kind,
        label_words
    from {{ changed(ref('int_lines')) }}
    where label_words != ''

),

-- A label is matched once: the patterns change with the project alone, which is a full refresh.
new_labels as (

    select labels.*
    from labels
    {% if is_incremental() -%}
        anti join {{ this }} using (statement, unit_kind, label_words)
    {%- endif %}

)

-- depends_on: {{ ref('pattern_words') }}
select
    *,
    {{ matching_patterns(ref('concept_patterns')) }} as patterns
from new_labels
