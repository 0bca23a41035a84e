with

concepts as (

    select * from {{ ref('concepts') }}

)

select
    concept,
    statement,
    label,
    balance,
    period_type,
    position
from concepts
