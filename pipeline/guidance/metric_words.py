"""The words of each metric, the more special sense first, and the unit of each kind of amount that it takes."""

from __future__ import annotations

# kinds of amounts: money, share (money a share), percent, change (a growth rate), of_sales (a percentage of revenue),
# points (basis points), count, rate (money a unit of volume)
MONEY = {"money": "USD", "change": "percent_change"}
SPENT = {"money": "USD", "change": "percent_change", "of_sales": "percent"}
RATIO = {"percent": "percent", "points": "basis points"}
PER_SHARE = {"share": "USD/share", "change": "percent_change"}
COUNT = {"count": "other", "change": "percent_change"}

METRICS: list[tuple[str, str, dict[str, str]]] = [  # metric, its words, kind of amount -> unit
    ("gross_margin", r"(?:gross|merchandise|product) (?:profit )?(?:margins?(?: (?:rate|percentages?))?|percentages?|profit (?:rate|percentage))", RATIO | {"money": "USD"}),
    ("gross_profit", r"gross profit", MONEY | {"percent": "percent"}),
    ("ebitda_margin", r"(?:ebitda|oibda) margins?(?: percentages?)?", RATIO),
    ("operating_margin", r"(?:operating (?:profit |income )?|ebit )margins?(?: (?:rate|percentages?))?|income from operations as a percent(?:age)? of (?:\w+ )?(?:sales|revenues?)", RATIO),
    ("net_interest_margin", r"net interest margin", RATIO),
    ("other", r"(?:pre-?tax|contribution|profit|segment|net|operational|cash) margins?", RATIO),
    ("combined_ratio", r"combined ratio", RATIO),
    ("loan_growth", r"(?:loan|lending) growth|growth in (?:\w+ )?loans|loans?(?: balances?)?(?= (?:(?:are|is) (?:\w+ ){1,2}to|to|will|should) (?:grow|increase|decline|decrease|be (?:up|down|flat)))", {"change": "percent_change", "percent": "percent_change"}),
    ("effective_tax_rate", r"(?:effective |(?:corporate |income )?tax )(?:annual |global |book |blended |worldwide |consolidated |income )*(?:tax )?rates?|tax provision rate|tax rates?|tax provision (?=of (?:approximately )?\d)", RATIO),
    ("ffo", r"a?ffo\b(?: per (?:diluted |fully diluted |common |basic )*(?:share|unit))?|funds from operations(?: per (?:diluted |fully diluted |common |basic )*(?:share|unit)(?: and unit)?)?", {"share": "USD/share", "money": "USD", "change": "percent_change"}),
    ("dividends_per_share", r"(?:cash )?(?:dividends?|distributions?)(?: payments?)?(?: per (?:common )?(?:share|unit))?", {"share": "USD/share"}),
    ("eps", r"(?:(?:net )?(?:earnings|incomes?|loss(?:es)?|profits?)(?: \(?\w+\)?){0,5}? per (?:\w+[- ]){0,4}?(?:shares?|ads|unit)|per[- ]share (?:\w+ )?(?:earnings|loss|income|profits?)|\beps\b|e\.p\.s\.|earnings(?= (?:of|in the range of|between|to be|at) (?:between |about |approximately |a |range )*(?:\$ ?\.?\d\.?\d*|\d+) ?(?:cents?)?(?! ?(?:million|billion|\d)))|earn (?=(?:between |about |approximately |from )?(?:\$ ?\d?\.\d|\d+ (?:to \d+ )?cents)))", PER_SHARE),
    ("net_income", r"net (?:income|earnings)(?: ?(?:\(loss(?:es)?\)|or loss))?|net (?:\(loss(?:es)?\) income|loss(?:es)?|profit)|\(loss\) income|(?:core|cash|operating|adjusted|non-?gaap|gaap|pro forma) earnings|after-?tax (?:income|profit|earnings)|(?<=\ba )(?:net )?(?:loss|profit)\b(?! per)", MONEY),
    ("ebitda", r"ebitda(?:x|r|s|re)?\b|oibdan?\b|earnings before interest,? (?:income )?taxes,? depreciation(?:,? and)? amortization", MONEY),
    ("operating_income", r"(?:income|earnings|loss|profit|\(loss\)) \(?(?:loss\)? )?from operations|operating (?:income|profits?|loss(?:es)?|\(loss\))(?: ?\(loss\))?|\bebita?\b", MONEY),
    ("free_cash_flow", r"free cash[- ]flows?(?: conversion)?|cash[- ]flow(?= positive)|(?<=positive )cash[- ]flow(?! from operat)", MONEY | {"percent": "percent"}),
    ("operating_cash_flow", r"operating cash[- ]?flows?|(?:net )?cash (?:flows? |to be )?(?:provided by|from|generated (?:by|from)|used (?:in|by)) (?:\w+ )?operat\w+(?: activities)?|cash flows? from operat\w+(?: activities)?", MONEY),
    ("capital_expenditures", r"(?:construction|plant|building) (?:expenditures?|spending|program)|capital (?:expenditures?|spending|spend|budget|investments?|outlays?|expenses?|program|plans?)(?: (?:plans?|budget|program))?|\bcap ?ex\b|capital additions|(?:drilling and completion|d&c) (?:capital|costs?|spending)|purchases? of property(?:, plant)? and equipment", SPENT),
    ("comparable_sales", r"(?:comparable|comp|same|identical|like-for-like)[- ]?(?:store|restaurant|club|stores|salon|community|center|location|unit|hotel|property|school|sales|facility)?s?[- ]?(?:net )?(?:sales|revenues?|revpar)(?: growth)?|comparable (?:restaurants?|stores?)(?= (?:growth|increase))|\bcomps\b", {"percent": "percent_change", "change": "percent_change", "points": "basis points"}),
    ("other", r"(?:passenger |operating |total |unit )*revenues? per (?:available seat mile|asm)\b|\b[pt]?rasm\b|unit revenues?|net interest income|net investment income|pre-?tax (?:income|earnings|profit|loss)|(?:income|earnings|loss|profit) before (?:income )?taxes|net operating income|\bnoi\b|revpar|(?:premiums?|deposits?) growth|(?:net |gross |direct )?(?:premiums (?:written|earned)|(?:written|earned) premiums)(?: growth)?|(?:(?:average|same-store|portfolio|year-end|physical|economic) )*occupancy(?: rates?)?|efficiency ratio|(?:medical|health|benefits?|care|loss|expense)(?: (?:benefits?|care|cost|loss|expense))? ratio|advertising (?:expenses?|costs?|spending)|net charge-?offs?|provision for (?:credit|loan) losses|inventory turns?|restructuring (?:and [\w-]+ )?(?:charges?|costs?|expenses?)|share repurchases?|(?:net )?(?:debt|leverage)(?: ratio)?(?= to (?:adjusted )?ebitda)|cost (?:reductions?|savings)|(?:annualized |annual |run-rate |pre-?tax |total )*(?:savings|synergies)", MONEY | RATIO),
    ("operating_expenses", r"(?:combined )?(?:(?:gaap|non-gaap) )?(?:r&d|research and development) (?:and|plus|,|&) (?:sg&a|selling, general and administrative|g&a)(?: (?:operating )?(?:expenses?|costs?))?", SPENT),
    ("stock_based_compensation", r"(?:non-?cash )?(?:stock|share|equity)[- ]?based compensation(?: (?:expenses?|charges?|costs?))?|stock compensation(?: expenses?)?", SPENT),
    ("interest_expense", r"(?:net )?interest expenses?(?:, net)?|interest costs?|net interest(?! (?:margin|income))|interest and other expenses?(?:, net)?", SPENT),
    ("other_income", r"(?:(?:interest|other|non-?operating) (?:and other )?(?:income|expenses?)|other \(?(?:income|expense)\)?)(?: and (?:other )?expenses?| ?\(expense\)| \(income\))?(?:, net)?|interest and other(?:, net)?|\boi&e\b", MONEY),
    ("depreciation_amortization", r"depreciation(?:,? depletion,?)?(?:,? and |, | & )?(?:amortization|accretion)?(?: expenses?)?|amortization(?: (?:expenses?|of (?:\w+ ){0,3}intangibles?(?: assets)?))?|\bdd&a\b|\bd&a\b", SPENT | {"rate": "USD/unit"}),
    ("research_and_development", r"research(?:,? and|,| &)? development(?: \(\"?r&d\"?\))?(?: (?:expenses?|costs?|spending|investments?))?|\br ?& ?d\b(?: (?:expenses?|costs?|spending))?", SPENT),
    ("selling_general_administrative", r"(?:selling|sales|marketing)(?: and marketing)?(?:, | and |,? & ?)general,?(?: and| &) administrative(?: \(\"?sg&a\"?\))?(?: (?:expenses?|costs?))?|\bsg ?& ?a\b(?: (?:expenses?|costs?))?|general(?: and| &) administrative(?: \(\"?g&a\"?\))?(?: (?:expenses?|costs?))?|\bg&a\b(?: expenses?)?|(?:sales|selling) (?:and|&) marketing(?: expenses?)?", SPENT | {"rate": "USD/unit"}),
    ("cost_of_revenue", r"costs? of (?:goods sold|sales|revenues?|products? sold|services?)", SPENT),
    ("unit_cost", r"(?:lease operating|production|operating|cash|unit|lifting|gathering|transportation|total cash|all-in sustaining|net cash|direct operating)(?: and [\w-]+)? (?:expenses?|costs?|taxes)(?: \(\"?loe\"?\))?(?= (?:per|\(\$/|/boe|of \$[\d.,]+(?: to \$?[\d.,]+)? per|(?:is|are) (?:expected|projected|anticipated|estimated|forecast(?:ed)?) (?:to (?:be|average|range)|at)(?:[^.]|\.(?=\d)){0,60} per)\b)|\bloe\b(?: per \w+)?|\baisc\b|(?:average )?(?:jet )?fuel (?:prices?|costs?)(?= [^.]{0,60}\$[\d.]+[^.]{0,25} (?:per|a) gallon)|day ?rates?|casm(?:-ex)?", {"rate": "USD/unit", "money": "USD", "share": "USD/unit", "change": "percent_change"}),
    ("operating_expenses", r"(?:total )?(?:operating|non-?interest) (?:costs?(?: and expenses?)?|expenses?)|\bopex\b|total (?:costs? and )?expenses|(?:annual |total |cash )expenses(?= (?:at|to be|of|are|in|between|will))|(?<=revenues and )expenses|(?<=revenue and )expenses|costs and expenses", SPENT),
    ("shares_outstanding", r"(?:(?:fully |weighted[- ]|average |diluted |basic |common |outstanding |average-diluted )+)(?:share ?(?:count|base)|shares(?: of common stock)?(?: outstanding| count)?)|(?:share count|shares (?:outstanding|used in))|diluted share base", {"count": "shares"}),
    ("cash_balance", r"(?:(?:total )?cash(?:,? cash equivalents)?(?:,? and |, | & )(?:cash equivalents|(?:short-term |marketable |liquid )*(?:investments|securities))(?:,? and (?:(?:short-term |marketable )*(?:investments|securities)))?|cash (?:balances?|position|on hand)|year-?end cash|(?<=with )cash(?= of (?:approximately |about |between )?[$€£])|end(?:ing)? (?:the (?:year|quarter) with )(?:approximately )?(?=\$)|liquidity)", {"money": "USD", "share": "USD/share"}),
    ("recurring_revenue", r"annual(?:ized)? recurring revenues?|\barr\b|recurring revenues?", MONEY),
    ("backlog", r"backlog", MONEY),
    ("bookings", r"(?:new |net |total )?(?:bookings|billings|orders)|remaining performance obligations?|\bcrpo\b|\brpo\b", MONEY | {"count": "orders"}),
    ("production_volume", r"(?:(?:oil|gas|total|daily|net|average|equivalent|annual|gold|silver|copper|coal|steel|natural gas|ngl) )*production(?: (?:volumes?|growth))?|(?:sales |shipment |shipping )?volumes?|shipments|units? (?:sales|sold|shipments)|deliveries|capacity|(?:system )?available seat miles?|\basms?\b|(?<=\d )(?:new )?(?:vehicles|homes)", COUNT),
    ("store_count", r"(?:new )?(?:(?:company-owned|franchised?|retail|net new|new) )*(?:stores?|restaurants?|clubs?|locations?|salons?|units|branches)(?: openings?| closings?| closures?)?", {"count": "stores"}),
    ("headcount", r"headcount|employees|workforce", {"count": "employees", "change": "percent_change"}),
    ("revenue", r"(?:net |total |operating |product |top[- ]line )*(?:revenues?|sales|turnover)\b(?! (?:force|and marketing|team|cycle|people|price|mix|of (?:\w+ ){0,3}(?:common stock|shares|securities)))|top[- ]line(?= growth)|organic(?= growth)", MONEY),
]  # fmt: skip
