{%- set concepts = {
    'revenue': 'Revenues', 'gross_profit': 'GrossProfit', 'operating_income': 'OperatingIncomeLoss',
    'net_income': 'NetIncomeLoss'
} -%}
with

facts as (

    select * from {{ related(ref('first_reported')) }}
    where statement = 'income' and months in (3, 9, 12)

),

calendars as (

    select * from {{ ref('int_fiscal_calendars') }}

),

placed as (

    select
        facts.*,
        -- Of one filing the latest days, and its own currency: a translation for convenience is into USD, the last.
        (facts.said_on, facts.filing_id, -epoch(facts.period_end), facts.unit, facts.fact_id) as in_order,
        {{ fiscal_year('facts.period_end', 'calendars.year_end_month') }} as fiscal_year,
        {{ fiscal_quarter('facts.period_end', 'calendars.year_end_month') }} as fiscal_quarter
    from facts
    inner join calendars using (company_id)

),

-- A company that has come to report in another currency prints the year before in it, too.
in_first_currency as (

    select
        *,
        arg_min(unit, in_order) filter (where length(unit) = 3)
            over (partition by company_id, fiscal_year, fiscal_quarter, months) as currency
    from placed
    qualify unit = 'shares' or currency is null or left(unit, 3) = currency

),

periods as (

    select
        company_id,
        fiscal_year,
        fiscal_quarter,
        months,
        currency,
        arg_min(period_start, in_order) as period_start,
        arg_min(period_end, in_order) as period_end,
        min(said_on) as first_reported_on,
        arg_min(filing_id, in_order) as filing_id,
        coalesce(
            arg_min(value, in_order) filter (where concept = 'EarningsPerShareDiluted'),
            arg_min(value, in_order) filter (where concept = 'EarningsPerShareBasicAndDiluted')
        ) as eps_diluted,
    {% for name, concept in concepts.items() -%}
        arg_min(value, in_order) filter (where concept = '{{ concept }}') as {{ name }}{{ ',' if not loop.last }}
    {% endfor %}
    from in_first_currency
    group by all

),

-- A fourth quarter is the year less its nine months: flows alone, no amount a share.
derived as (

    select
        years.company_id,
        years.fiscal_year,
        years.fiscal_quarter,
        years.currency,
        nine_months.period_end + 1 as period_start,
        years.period_end,
        greatest(years.first_reported_on, nine_months.first_reported_on) as first_reported_on,
        if(
            nine_months.first_reported_on > years.first_reported_on, nine_months.filing_id, years.filing_id
        ) as filing_id,
        true as is_derived,
    {% for name in concepts -%}
        cast(years.{{ name }} - nine_months.{{ name }} as decimal(28, 4)) as {{ name }}{{ ',' if not loop.last }}
    {% endfor %}
    from periods as years
    inner join periods as nine_months
        on
            years.company_id = nine_months.company_id
            and years.fiscal_year = nine_months.fiscal_year
            and years.currency = nine_months.currency
            and nine_months.months = 9
            and nine_months.fiscal_quarter = 3
    where years.months = 12 and years.fiscal_quarter = 4

),

quarters as (

    select
        * exclude (months),
        false as is_derived
    from periods
    where months = 3
    union all by name
    select * from derived

)

-- What is printed goes before what is derived.
select * from quarters
qualify row_number() over (partition by company_id, fiscal_year, fiscal_quarter order by is_derived) = 1
