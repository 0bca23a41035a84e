with

panels as (

    select * from {{ changed(ref('int_panels')) }}

),

filers as (

    select
        filing_id,
        any_value(sic) as sic
    from {{ changed(ref('stg_filers')) }}
    where filer_no = 1
    group by all

),

evidence as (

    select
        panels.filing_id,
        list_distinct(flatten(list(panels.landmarks))) as landmarks,
        -- interest comes first where it is the business
        coalesce(
            min(panels.position) filter (where list_has_any(panels.landmarks, ['bank_interest', 'lender_interest']))
            < min(panels.position) filter (
                where list_contains(panels.landmarks, 'cost')
                and not list_contains(panels.landmarks, 'interest_expense')
            ),
            true
        ) as is_interest_first,
        coalesce(any_value(filers.sic), '') as sic
    from panels
    left join filers using (filing_id)
    group by all

),

judged as (

    select
        filing_id,
        list_has_all(landmarks, ['bank_interest', 'bank_other'])
        -- a trust that borrows to hold loans or bonds
        or (
            is_interest_first
            and (
                list_has_all(landmarks, ['bank_interest', 'interest_expense'])
                or list_has_all(landmarks, ['lender_interest', 'interest_income', 'interest_expense'])
            )
            and not list_has_any(landmarks, ['revenue', 'gross_profit', 'operating_income', 'current_assets'])
        )
        or sic similar to '60\d\d'
        -- those who lend without deposits; among them are some who earn it otherwise (6199: of digital coins)
        or (
            sic similar to '61\d\d'
            and (
                list_contains(landmarks, 'bank_interest')
                or not list_has_all(landmarks, ['revenue', 'operating_income'])
            )
        ) as is_bank,
        list_has_all(landmarks, ['bank_deposits', 'bank_loans']) as holds_deposits,
        sic similar to '63\d\d' as is_insurer,
        list_has_all(landmarks, ['insurer_premiums', 'insurer_claims'])
        or list_has_all(landmarks, ['insurer_premiums', 'insurer_reserves']) as insures,
        sic similar to '62\d\d' and (
            list_has_any(landmarks, ['broker_revenue', 'commissions'])
            or list_has_all(landmarks, ['revenue', 'operating_income'])
        ) as is_broker,
        sic similar to '62\d\d'
        or list_contains(landmarks, 'broker_revenue')
        -- others pay commissions: those whose ships are found cargo, or who sell from door to door
        or (list_contains(landmarks, 'commissions') and not sic similar to '[1-57-9]\d*') as deals
    from evidence

)

-- a lender may insure what it lends on, and an insurer or a broker own a bank
select
    filing_id,
    case
        when is_insurer then 'insurer'
        when is_broker and not insures then 'broker'
        when is_bank then 'bank'
        when insures then 'insurer'
        when holds_deposits then 'bank'
        when deals then 'broker'
        else 'general'
    end as industry
from judged
