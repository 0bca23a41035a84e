"""The words of results: margins, ratios, earnings, cash flows, comparable sales; the more special sense first."""

from __future__ import annotations

from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.metric_units import GROWTH, MONEY, PER_SHARE, RATIO, SPENT, MetricRow

_EARNED = (  # "2013 earnings of $20 million": of the company, after all its costs
    r"(?:^|(?<=[\d.,:] )|(?<=(?:and|for|its|our) )|(?<=(?:year|half) )|(?<=total )|(?<=(?:expect|report|annual) )"
    r"|(?<=(?:quarter|expects|reports|company) )|(?<=reported )|(?<=company.s )|(?<=normalized )|(?<=consolidated ))"
    r"earnings(?=(?: (?:for|in) (?:(?!(?:and|segments?|divisions?|units?|operations?|business(?:es)?)\b)[\w’'-]+,? )"
    r"{1,6}?| )(?:(?:is|are) (?:now |currently )?(?:expected|estimated|projected|anticipated|forecast) )?"
    rf"(?:of|to be|between|in the range of) (?:between |in the range of |{NEARLY} )*"
    r"(?>\$ ?[\d.,]+ ?(?:(?:[mb]illion )?(?:to|and|[-–]) ?\$?[\d.,]+ ?[mb]illion|[mb]illion)\b)"
    r"(?! (?:before|from(?! continuing))\b))"
)
RESULTS: list[MetricRow] = [
    (
        "gross_margin",
        (
            r"(?:gross|merchandise|product) (?:profit )?(?:margins?(?: (?:rate|percentages?))?|percentages?"
            r"|(?:profit|income) (?:rate|percentage))"
        ),
        RATIO | {"money": "USD"},
    ),
    ("gross_profit", r"gross profit", MONEY | RATIO | {"margin": "percent"}),
    ("operating_expenses", r"(?:adjusted )?ebitda expenses?", SPENT),
    ("ebitda_margin", r"(?:ebitdac?|oibda) margins?(?: percentages?)?", RATIO),
    (
        "operating_margin",
        (
            r"(?:op(?:erating|\.|\b) (?:profit |income )?|ebit )margins?(?: (?:rate|percentages?))?"
            r"|operating (?:profit|income) rate|(?:earnings|income) from operations margins?"
            r"|(?:income from operations|operating income) as a percent(?:age)? of (?:\w+ )?(?:sales|revenues?)"
        ),
        RATIO,
    ),
    ("net_interest_margin", r"net interest margin", RATIO),
    (
        "other",
        (
            r"(?:pre-?tax|contribution|profit|segment|net|operational|cash"
            r"|(?:restaurant|store|shop|club|unit)(?:[- ]level)?|(?:in|de)cremental) margins?"
        ),
        RATIO,
    ),
    (
        "selling_general_administrative",
        (
            r"(?:(?:selling,? )?general,?(?: and| &) administrative|(?:s[gi]|g) ?& ?a)(?: \(\"?s?g&a\"?\))?"
            r" (?:expenses? )?ratio"
        ),
        {"percent": "percent"},
    ),
    ("operating_expenses", r"operating expense ratio", {"percent": "percent"}),
    ("combined_ratio", r"combined ratio", RATIO | {"count": "percent"}),
    (
        "other",
        (
            r"(?:net |pre-?tax |after-?tax |insured )*loss(?:es)? from (?:[a-z]+ ){0,2}(?:hurricanes?|storms?|typhoons?"
            r"|earthquakes?|wildfires?|catastrophes?)\b"
        ),
        MONEY | {"per_share": "USD/share"},
    ),
    (
        "loan_growth",
        (
            r"(?:loan|lending) growth|^(?:average |total |period-end )?loans?(?: balances?)?$"
            r"|(?:average |total |period-end )loans(?= (?:up|down|growth)\b)|growth in (?:\w+ )?loans"
            r"|loans?(?: balances?)?(?= (?:(?:are|is) (?:\w+ ){1,2}to|to|will|should) (?:grow|increase|decline|decrease"
            r"|be (?:up|down|flat)))"
        ),
        GROWTH,
    ),
    (
        "effective_tax_rate",
        (
            r"(?:effective |(?:corporate |income )?tax )(?:annual |global |book |blended |worldwide |consolidated "
            r"|income )*(?:tax )?rates?|tax provision rate|tax rates?|\betr\b"
            rf"|(?:tax provision|provision for (?:income )?taxes) (?=of (?:{NEARLY} )?\d[\d.]*(?:%| percent| to \d"
            r"|-\d))"
        ),
        RATIO,
    ),
    (
        "ffo",
        (
            r"(?:(?:core|normalized|adjusted|nareit|recurring|operating"
            r"|modified)(?:-defined)? )*(?:[ac]?ffo(?:ps)?\b(?: per (?:diluted |fully diluted |common |basic )*(?:share"
            r"|unit))?|funds from operations(?: per (?:diluted |fully diluted |common |basic )*(?:share"
            r"|unit)(?: and unit)?)?)"
        ),
        PER_SHARE | MONEY,
    ),
    (
        "other",
        (r"(?:dcf|(?:cash )?distributions?|distributable cash flow) coverage(?: ratio)?\b"),
        {"times": "x"} | RATIO,
    ),
    (
        "other",
        (
            r"\bdcf\b(?: per (?:common )?(?:share|unit))?|distributable cash flow per (?:common )?(?:share|unit)"
            r"|\b[fc]ad\b(?: per (?:diluted )?(?:share|unit))?|(?:funds"
            r"|cash) available for distribution(?: per (?:diluted )?(?:share|unit))?"
        ),
        PER_SHARE | MONEY,
    ),
    (
        "dividends_per_share",
        (
            r"(?:cash )?(?:dividends?|(?<!electric )(?<!gas )(?<!power )(?<!water )distributions?)"
            r"(?! (?:coverage|compan\w+|segments?|business(?:es)?|centers?|costs?|expenses?|margins?)\b"
            r"| of (?:revenues?|sales)\b)(?: payments?| growth)?(?: per (?:common )?(?:share|unit))?"
        ),
        PER_SHARE,
    ),
    (
        "eps",
        (
            rf"(?:(?:net )?(?:earnings|incomes?|loss(?:es)?\)?|profits?)(?:(?! and (?:\w+ ){{0,2}}(?:earnings|income"
            rf"|loss|profit)\b) \(?\w+\)?){{0,5}}? per (?:\w+[- ]){{0,4}}?(?:shares?|ads|unit)|earnings-per-share"
            r"|per[- ]share (?:\w+ )?(?:earnings|loss|income|profits?)|\beps\b|e\.p\.s\."
            rf"|earnings(?= (?:of|in (?:the|a) range of|between|to be|to range|at) (?:between |{NEARLY} |a |range "
            r"|from |break-?\s?even |to )*(?:\$ ?\.?\d\.?\d*|\d+) ?(?:cents?)?(?!\.\d| ?(?:million|billion|\d)))"
            r"|(?<!operating )(?<!net )earnings(?=(?: (?!and\b|or\b|growth|from|of|per|before|guid|outlook|estimat"
            rf"|forecast|projection|expectation)[\w’'-]+,?){{0,6}}? (?:is|are|will"
            r"|should) (?:(?!by\b|per\b|reduc|impact|includ|exclud|based\b|up\b|down\b|each\b"
            r"|(?:ris|fall|drop|gain|grow|increas|improv|declin|decreas"
            rf"|advanc)\w* (?!to\b))[a-z]+ ){{0,9}}?\$ ?\d{{0,2}}\.\d\d\b(?! ?(?:million|billion)"
            rf"|(?:[^.;,]|\.(?=\d)){{0,20}} (?:loss|(?<!or )(?:lower|higher|better|worse|short))\b))"
            r"|(?<!operating )(?<!net )earnings(?= (?:growth|(?:for (?:[\w-]+ ){1,4}?)?(?:will|should"
            rf"|(?:(?:is|are) expected )?to) be (?:(?:up|down|higher|lower) [^$;.]{{0,25}}(?:percent|%)"
            rf"|(?:[^$;,.]|\.(?=\d)){{0,30}}(?:percent|%) (?:higher|lower|greater|above|below)\b)"
            r"|(?:(?:are|is) expected |should |will )?(?:to )?grow)\b)"
            rf"|(?:^|(?<=expects )|(?<=expect )|(?<=that )|(?<=\d{{4}} ))earnings(?= (?:(?:are|is) expected |should "
            r"|will )?(?:to )?(?:rise|increase|decline|decrease|fall)\b)"
            rf"|(?:earn|lose) (?=(?:between |{NEARLY} |from )?(?:\$ ?\d?\.\d|\d+ (?:to \d+ )?cents)))"
        ),
        PER_SHARE,
    ),
    (
        "net_income",
        (
            r"(?<!operating )(?:net |adjusted |core )?earnings (?:estimates?|guidance|outlook|forecasts?|expectations?"
            r"|projections?)(?: ranges?)?"
        ),
        {"money": "USD", "share": "USD/share"},
    ),
    (
        "net_income",
        (
            r"net (?:income|earnings)(?: ?(?:\(loss(?:es)?\)|or loss)"
            r"| from (?:continuing|ongoing) operations(?! before))?"
            r"|net (?:\(loss(?:es)?\) (?:income|earnings)|loss(?:es)?|profit)|\(?loss\) income"
            r"|(?:core|cash|operating|adjusted|non-?gaap|gaap|pro forma) earnings(?! before)"
            r"|(?<=and )profits(?= (?:to|will|should|are|growth)\b)"
            r"|after-?tax (?:income|profit|earnings)|(?:income|earnings) from (?:continuing"
            r"|ongoing) operations(?! before)|earnings,? (?:before"
            r"|excluding(?! (?:[\w-]+ ){1,3}charges of \$)) (?!interest|fixed|finance)(?:[\w-]+ ){1,3}(?:items"
            r"|charges(?! of \$?[\d.]+ [mb]illion\b))|(?<=(?:19|20)\d\d )(?:net )?loss(?=,? (?:of|to be|is|will|should"
            r"|excluding|before)\b)|income (?:(?:from continuing operations )?attributable to (?:[\w’']+ ){1,3}(?:share"
            r"|stock)holders)|(?<=\ba )(?<!\bbe a )(?<!\bto a )(?:net )?(?:loss|profit)\b"
            r"(?! per| from (?:discontinued )?operations)"
            rf"|{_EARNED}"
        ),
        MONEY,
    ),
    (
        "ebitda",
        (
            r"ebitdac\b|operating (?:income|loss|profit) before depreciation(?:,| and)(?: and)? amortization"
            r"|(?:ebitda(?:x|r|s|re)?|oibdan?)\b(?:,? (?:before|after) (?:corporate (?:expenses?|overhead)"
            r"|(?:stock|share|equity)[- ]based compensation(?: expenses?)?))?"
            r"|earnings before interest,? (?:income )?tax(?:es)?,? depreciation,?(?: and)? amortization(?:,? and other "
            r"[\w-]+ (?:items|charges|expenses))?"
        ),
        MONEY | {"margin": "percent"},
    ),
    (
        "operating_income",
        (
            r"(?:income|earnings"
            r"|profit)(?: \(?loss\)?)?(?: from continuing operations)? before interest(?: expenses?)?(?:,? and"
            r"| &)(?: income)? taxes(?! and)|(?:income|earnings|profit|\(?loss\)?) \(?(?:loss\)? )?from operations"
            r"|segment (?:profit|income)\b(?! margin)|op\.? (?:income|profit)"
            r"|(?<!net )(?<!property )(?<!property-level )"
            r"operating (?:(?:segment )?(?:income|profits?)|loss(?:es)?|\(loss\)"
            r"|results(?= (?:of|between|in the range|are (?:now |currently )?expected to be)\b))(?: ?\(loss\))?"
            r"|\bebita?\b"
        ),
        MONEY | {"margin": "percent"},
    ),
    (
        "free_cash_flow",
        r"(?:equity )?free cash flow per (?:\w+ )?(?:share|unit)",
        {"share": "USD/share", "change": "percent_change"},
    ),
    (
        "free_cash_flow",
        (
            r"(?:operating cash flows?|cash (?:flows? |provided |generated )?(?:from"
            r"|by) operat\w+(?: activities)?)(?:,(?! [a-z ]+ of\b))? (?:less|minus|after"
            r"|net of) (?:net )?capital (?:expenditures|spending)|\bfcf\b"
            r"|free (?:operating )?cash[- ]flows?(?: (?:conversion|burn|usage|outflows?)\b)?"
            r"|cash[- ]flow(?= (?:positive|break-?\s?even)\b)"
            r"|(?<=positive )cash[- ]flow(?! from operat)"
        ),
        MONEY | {"percent": "percent"},
    ),
    (
        "operating_cash_flow",
        (
            r"operating cash[- ]?(?:flows?|generation|burn|usage)"
            r"|cash (?:burn|usage|use) (?:from|in|for) operat\w+(?: activities)?"
            r"|(?:net )?use of cash (?:in|for) operat\w+(?: activities)?"
            r"|(?:net )?cash (?:flows? |to be )?(?:provided by|from|generated (?:by|from)"
            r"|used (?:in|by)) (?:\w+ )?operat\w+(?: activities)?"
            r"|cash flows? from (?:continuing operations|operat\w+)(?: activities)?"
            r"|(?<!free )(?<!investing )(?<!financing )(?<!distributable )(?<!discretionary )(?<!levered )(?<!excess )"
            r"cash[- ]flows?(?= (?:guidance|outlook|forecast)\b)"
        ),
        MONEY,
    ),
    (
        "capital_expenditures",
        (
            r"(?:construction|plant|building) (?:expenditures?|spending|program)"
            r"|capital(?:,? (?:and|investment|exploration|exploratory|drilling))+ (?:expenditures?|spending|budget)"
            r"|capital (?:(?:asset )?expenditures?|spending|spend|budget|investments?|outlays?|expenses?|program"
            r"|plans?)(?: (?:plans?|budget|program))?|\bcap ?ex\b|capital additions"
            r"|(?:sustaining|expansion|growth|maintenance|development) capital\b"
            r"|total (?:consolidated )?capital(?= \((?:in |us)?\$? ?(?:in )?m)"
            r"|(?:drilling and completion|d&c) (?:capital|costs?|spending)"
            r"|purchases? of property(?:, plant)? and equipment"
            r"|exploration and development (?:expenditures?|spending|budget|program)"
        ),
        SPENT,
    ),
    (
        "comparable_sales",
        (
            r"(?:comparable|comp|same|identical|like-for-like)[- ]?(?:worldwide )?(?:store (?=restaurant|retail)"
            r"|[a-z]+ (?=stores? sales\b))?(?:system(?:-?wide)?|brand|total|domestic|guest|supermarket|theatre|store"
            r"|restaurant|club|stores|salon|community|center|location|unit|hotel|property|school|shop|sales|facility"
            r"|retail|catalog(?:ue)?)?s?[- ]?(?:net )?(?:sales|revenues?|revpar)(?: growth)?"
            r"|(?:comparable|same)[- ](?:restaurants?|stores?)(?= (?:growth|increase))"
            r"|same-(?!period|quarter|year|day|week|month)[a-zé]+ sales(?: growth)?|\bcomps\b"
        ),
        {"percent": "percent_change", "change": "percent_change", "points": "basis points"},
    ),
]
