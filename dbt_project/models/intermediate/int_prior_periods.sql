with

periods as (

    select * from {{ ref('int_income_periods') }}

),

-- The same months a year before, in the same filing.
year_before as (

    select
        present.filing_id,
        present.period_start,
        present.period_end,
        'year' as back,
        'printed' as basis,
        past.revenue,
        past.gross_profit,
        past.operating_income,
        past.net_income,
        past.eps_diluted
    from periods as present
    inner join periods as past
        on
            present.filing_id = past.filing_id
            and present.months = past.months
            and abs(date_diff('day', past.period_end, present.period_end - interval 1 year)) <= {{ var('days_apart') }}

),

-- The quarter before, where the filing prints it, else what the year to date leaves when the quarter is taken off.
quarter_before as (

    select
        present.filing_id,
        present.period_start,
        present.period_end,
        'quarter' as back,
        'printed' as basis,
        past.revenue,
        past.gross_profit,
        past.operating_income,
        past.net_income,
        past.eps_diluted
    from periods as present
    inner join periods as past
        on
            present.filing_id = past.filing_id
            and past.months = 3
            and abs(date_diff('day', past.period_end, present.period_end - interval 3 month)) <= {{ var('days_apart') }}
    where present.months = 3
    union all
    select
        present.filing_id,
        present.period_start,
        present.period_end,
        'quarter' as back,
        'six months less the quarter' as basis,
        half.revenue - present.revenue as revenue,
        half.gross_profit - present.gross_profit as gross_profit,
        half.operating_income - present.operating_income as operating_income,
        half.net_income - present.net_income as net_income,
        cast(null as decimal(28, 4)) as eps_diluted  -- an amount a share is never derived
    from periods as present
    inner join periods as half
        on
            present.filing_id = half.filing_id
            and half.months = 6
            and present.period_end = half.period_end
    where present.months = 3

)

select * from year_before
union all
select * from quarter_before
qualify row_number() over (partition by filing_id, period_start, period_end order by basis = 'printed' desc) = 1
