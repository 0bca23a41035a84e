-- A row a company, with its quarters as first reported; filings without a registrant are of none.
with

quarters as (

    select
        company_id,
        list(
            {
                'name': fiscal_year || ' Q' || fiscal_quarter, 'period_end': period_end, 'currency': currency,
                'revenue': revenue, 'operating_income': operating_income, 'net_income': net_income,
                'eps_diluted': eps_diluted, 'gross_margin': gross_margin, 'net_margin': net_margin,
                'revenue_growth_yoy': revenue_growth_yoy
            }
            order by fiscal_year, fiscal_quarter
        ) as quarters
    from marts.company_quarters
    group by company_id

),

totals as (

    select
        company_id,
        count(*) as filings,
        sum(identities_checked) as identities_checked,
        sum(quality * identities_checked) / nullif(sum(identities_checked), 0) as quality
    from marts.dim_filing
    where company_id is not null
    group by company_id

)

select
    companies.company_id,
    companies.cik,
    companies.company as called,
    companies.sic,
    companies.state,
    companies.fiscal_year_end,
    companies.page,
    totals.filings,
    totals.identities_checked,
    totals.quality,
    coalesce(quarters.quarters, []) as quarters
from marts.dim_company as companies
inner join totals using (company_id)
left join quarters using (company_id)
order by lower(companies.company), companies.company_id
