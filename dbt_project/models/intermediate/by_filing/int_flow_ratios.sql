with

periods as (

    select * from {{ changed(ref('int_income_periods')) }}

)

select
    filing_id,
    period_start,
    period_end,
    unnest([
        {{ ratio('gross_margin', 'gross_profit', 'revenue', 'GrossProfit', 'Revenues',
            basis="if(is_gross_profit_derived, 'revenue less cost of revenue', 'printed')") }},
        {{ ratio('operating_margin', 'operating_income', 'revenue', 'OperatingIncomeLoss', 'Revenues') }},
        {{ ratio('pretax_margin', 'pretax_income', 'revenue',
            'IncomeLossFromContinuingOperationsBeforeIncomeTaxes', 'Revenues') }},
        {{ ratio('net_margin', 'net_income', 'revenue', 'NetIncomeLoss', 'Revenues') }},
        {{ ratio('effective_tax_rate', 'income_tax', 'pretax_income',
            'IncomeTaxExpenseBenefit', 'IncomeLossFromContinuingOperationsBeforeIncomeTaxes') }},
        {{ ratio('research_and_development_to_revenue', 'research_and_development', 'revenue',
            'ResearchAndDevelopmentExpense', 'Revenues') }},
        {{ ratio('sga_to_revenue', 'sga', 'revenue', 'SellingGeneralAndAdministrativeExpense', 'Revenues',
            basis="if(is_sga_derived, 'selling plus general', 'printed')") }}
    ], recursive := true)
from periods
