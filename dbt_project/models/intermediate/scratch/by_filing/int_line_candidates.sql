with

lines as (

    select * from {{ changed(ref('int_lines')) }}

),

contexts as (

    select * from {{ changed(ref('int_line_contexts')) }}

),

matches as (

    select
        * exclude (patterns),
        unnest(patterns) as pattern
    from {{ ref('int_label_matches') }}

),

patterns as (

    select
        *,
        list_filter(string_split(coalesce(context, ''), ' '), lambda word: word != '' and word[1] != '!') as wanted,
        list_transform(
            list_filter(string_split(coalesce(context, ''), ' '), lambda word: word[1] = '!'),
            lambda word: word[2:]
        ) as unwanted
    from {{ ref('concept_patterns') }}

),

fitting as (

    select
        lines.line_id,
        lines.filing_id,
        patterns.concept,
        -- words that are printed speak before words that are supposed for a total
        patterns.priority - if(lower(lines.label) in ('', 'total', 'subtotal'), 1, 0) as priority
    from lines
    inner join contexts using (line_id)
    inner join matches using (statement, unit_kind, label_words)
    inner join patterns
        on
            matches.statement = patterns.statement
            and matches.unit_kind = patterns.unit_kind
            and matches.pattern = patterns.label
    where
        list_has_all(contexts.contexts, patterns.wanted)
        and not list_has_any(contexts.contexts, patterns.unwanted)
        and coalesce(regexp_matches(lines.section_words, patterns.section), patterns.section is null)

),

best as (

    select
        line_id,
        filing_id,
        priority,
        list(distinct concept order by concept) filter (where concept is not null) as concepts,
        bool_or(concept is null) as says_none
    from fitting
    group by line_id, filing_id, priority
    qualify row_number() over (partition by line_id order by priority desc) = 1

)

select
    line_id,
    filing_id,
    priority,
    if(not says_none and len(concepts) = 1, concepts[1], null) as concept,
    case
        when says_none then 'no element'
        when len(concepts) > 1 then 'tie of patterns'
    end as reason
from best
