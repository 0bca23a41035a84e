"""The words of measures of a trade, from unit revenue to membership; the more special sense first."""

from __future__ import annotations

from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.metric_units import GROWTH, MONEY, PER_SHARE, RATIO, SPENT, MetricRow

MEASURES: list[MetricRow] = [
    (
        "other",
        (r"(?:(?:ending|total|new) )*(?:student )?enrollments?(?! (?:fees?|periods?))"),
        {"count": "students", "change": "percent_change"},
    ),
    (
        "other",
        (
            r"(?:passenger |operating |total |unit )*revenues? per (?:available seat mile|asm)\b|\b[pt]?rasm\b"
            r"|unit revenues?|net interest income|non-?interest income|fee income|(?:net )?investment income"
            r"|pre-?provision (?:net )?(?:revenues?|income)|\bppnr\b"
            r"|(?:net|property(?:-level)?) operating income|\bnoi\b|revpar|(?:premiums?|deposits?) growth"
            r"|^(?:average |total |period-end )?deposits$"
            r"|(?:net |gross |direct )?(?:premiums (?:written|earned)|(?:written|earned) premiums)(?: growth)?"
        ),
        MONEY | GROWTH,
    ),
    (
        "other",
        (
            r"pre-?tax (?:income|earnings|profit|loss)|(?:income|earnings|loss|profit) before (?:income )?taxes"
            r"|(?:(?:average|same-store|portfolio|year-end|physical|economic) )*occupancy(?: rates?)?|load factors?"
            r"|efficiency ratio|(?:cet1|common equity tier 1) (?:capital )?ratio"
            r"|(?:medical|health|benefits?|catastrophe|operating|care|loss|expense|coverage"
            r"|book-to-bill)(?: (?:benefits?|care|cost|loss|expense))? ratio|advertising(?=,? as an? percent)"
            r"|advertising (?:expenses?|costs?|spend(?:ing)?)|net (?:(?:loan )?charge-?offs?|(?:loan|credit) losses)"
            r"|provision for (?:credit|loan) losses|inventory turns?|\bro(?:ce|ic)\b"
            r"|returns? on (?:average |tangible |invested |capital )*(?:equity|capital|employed|assets)"
            r"|(?:(?:income )?tax (?:expenses?|provision)|provisions? for (?:income )?taxes|income taxes"
            rf"|(?<!cash )(?<!production )(?<!severance )taxes(?= of (?:{NEARLY} )?~?\$))(?=$|:"
            r"| (?:of|are|is|to|will|should|in|during|for)\b)"
            r"|share (?:repurchases?|buybacks?)(?! (?:authori[sz]ation|program|plan))|cost (?:reductions?|savings)"
            r"|(?:annualized |annual |run-rate |pre-?tax |total )*(?:savings|synergies)"
        ),
        MONEY | RATIO | {"times": "x"},
    ),
    (
        "other",
        (
            r"(?:(?:integration|severance|transaction|acquisition|merger|impairment) and )?"
            r"restructuring (?:and [\w-]+ )?(?:charges?|costs?|expenses?)"
        ),
        MONEY | RATIO | {"per_share": "USD/share"},
    ),
    ("other", r"(?:net )?(?:debt|leverage)(?: ratio)?(?= to (?:adjusted )?ebitda)", MONEY | RATIO | {"times": "x"}),
    (
        "other",
        (r"(?<!operating )(?:(?:net|total|gross|secured|financial) )*leverage(?: ratio| target)?\b"),
        {"times": "x"},
    ),
    ("other", r"debt[- ]to[- ](?:equity|(?:total )?capital\w*)(?: ratio)?", {"times": "x"} | RATIO),
    (
        "other",
        r"(?:broadcast(?:ing)?|station|after-?tax) cash flows?(?: per (?:[\w-]+ ){0,2}share)?|station operating income",
        MONEY | RATIO | PER_SHARE,
    ),
    (
        "other",
        (
            r"(?:gross |net )?cruise costs?\b(?!(?:,? (?:excluding|ex) fuel)? per (?:albd|apcd|available))"
            r"|net (?:revenue |cruise )?yields?"
        ),
        MONEY | GROWTH | {"rate": "USD/unit"},
    ),
    (
        "other",
        (
            r"(?:total |unbilled )*(?:deferred|unearned) revenues?|distributable cash flow|cash taxes"
            r"|(?:severance|prod(?:uction|\.)|ad valorem)(?: and (?:other|ad valorem))? tax(?:es)?"
            r"|(?:pre-?tax |after-?tax )*catastrophe losses|backlog conversion(?: rate| ratio)?|rate base growth"
            r"|net (?:revenue|dollar) (?:retention|expansion)(?: rate)?|take rate"
            r"|(?:total |new )?(?:student )?enrollments?(?: growth)?|turnaround (?:spending|costs?|expenses?)"
            r"|(?:net |monthly |quarterly |operating )*cash (?:burn|usage|utili[sz]ation"
            rf"|used?)(?! (?:in|by|for(?! (?:the (?:\w+ )?(?:quarter|year)|(?:fiscal )?\d{{4}})\b))\b)"
            r"|(?:average (?:selling |sales |closing |delivered |home |unit )*|(?:selling|sales|home|closing) )prices?"
            rf"|average (?:[\w-]+ ){{0,4}}pricing|pricing(?= (?:to|should|will|is (?:expected|projected|anticipated) to"
            r"|growth|up|down)\b)|\basps?\b|(?:average )?unit volumes?(?=(?: increases?| growth)? of)|\bauvs?\b"
            r"|(?<!cost of )(?<!costs of )(?<!coal )(?:revenues?|sales) per \w+"
            rf"|(?:[\w-]+ )?originations(?= of (?:{NEARLY} )?~?[$€£])|gross merchandise (?:value|volume|sales)"
            r"|\bgm[vs]\b|total payment volumes?|\btpv\b|bad debt(?: expenses?)?"
            r"|pension (?:expenses?|contributions?|costs?)|cash contributions?|acquisitions? volumes?"
            r"|(?:acquisitions|dispositions|investment activity)(?= of\b| \(|$)|payout ratio|compensation ratio"
            r"|(?:core |total |average )*deposits(?= (?:to|will|should|are expected to|growth|up|down)\b)"
            r"|(?<!authorized to )(?<!authority to )(?<!may )(?:repurchas(?:e|ing)|return(?:ing)?)"
            rf"(?= (?:(?:{NEARLY}|between|at least|an additional|a minimum of|a total of) )?\$)"
        ),
        MONEY | RATIO | {"rate": "USD/unit"},
    ),
    (
        "selling_general_administrative",
        (r"general,? (?:and )?administrative,? and other (?:costs and )?expenses?"),
        SPENT,
    ),
    (
        "operating_expenses",
        (
            r"(?:combined )?(?:(?:gaap|non-gaap) )?(?:(?:r&d|research and development),? (?:and|plus|&) (?:m?sg&a"
            r"|(?:selling|marketing), general and administrative|m?g&a)"
            r"|(?:m?sg&a|(?:selling|marketing), general and administrative),? (?:and|plus|&) (?:r&d"
            r"|research and development))(?: (?:operating )?(?:expenses?|costs?))?"
        ),
        SPENT,
    ),
    (
        "other",
        (
            r"(?:(?:input|commodity|raw material|wage|labor|food|basket|freight|total) (?:cost )?|(?<![a-z] )cost "
            r"|(?<=expects )cost |(?<=expect )cost )inflation"
            r"|net (?:unit|room|rooms|restaurant|club) growth"
        ),
        GROWTH,
    ),
    (
        "other",
        (
            r"(?:total |long-term |net |year-end )(?:indebtedness"
            rf"|debt)(?= (?:to (?:{NEARLY} |between )?~?[$€£]|(?:is (?:now )?expected |should |will )?(?:to )?(?:be"
            rf"|fall|decline|drop) (?:to )?(?:{NEARLY} |between )?~?[$€£]|(?:is expected )?to be"
            rf"|as of [a-z]+ \d+, \d{{4}} of)\b)|(?:(?<=with )|(?<=and )|(?<=and a ))(?:total |long-term "
            rf"|net )(?:indebtedness|debt)(?= of (?:{NEARLY} )?~?[$€£])"
        ),
        {"money": "USD"},
    ),
    (
        "other",
        (r"(?:gross |net |total |selling |retail )*square footage(?: growth)?"),
        {"change": "percent_change", "count": "square feet"},
    ),
    ("other", r"revenue passenger miles|\brpms?\b", {"count": "miles", "change": "percent_change"}),
    ("other", r"(?:tangible )?book value(?: per (?:\w+ )?share)?(?: growth)?", MONEY | PER_SHARE),
    (
        "other",
        (r"(?:average |active |selling )*community count|^(?:year-end )?(?:active |selling )+communities(?= at\b|$)"),
        {"count": "communities", "change": "percent_change"},
    ),
    (
        "other",
        (
            r"(?:\w+ )?\barpu\b(?: growth)?|average (?:monthly )?revenue per (?:user|unit|subscriber|customer"
            r"|account)(?: \(arpu\))?"
        ),
        {"share": "USD/user", "money": "USD", "change": "percent_change"},
    ),
    ("other", r"(?:capacity |fleet |plant |rig )*utilization(?: rates?|(?! of (?:the|its|our|net)\b))", RATIO),
    ("other", r"(?:\w+ )?\bchurn\b(?: rate)?", RATIO),
    ("other", r"exploration(?: and (?!development )[\w-]+)? (?:expenses?|spending|expenditures?|costs?)", MONEY),
    ("other", r"days sales outstanding|\bdsos?\b", {"count": "days"}),
    (
        "other",
        (
            r"(?:net )?(?:new )?(?:subscriber|subscription|customer|member|broadband|postpaid"
            r"|wireless)(?: \w+)? (?:net )?additions|net additions|net (?:subscriber |customer )?adds"
            r"|(?:(?!and\b)[\w-]+ )?(?:subscribers|customers|members)"
            r"(?= (?:should|will|(?:is|are) expected to) (?:reach|total|exceed)\b)"
        ),
        {"count": "subscribers"},
    ),
    (
        "other",
        r"(?:total |new |average )*student (?:enrollments?|population|starts|counts?)\b",
        {"count": "students", "change": "percent_change"},
    ),
    ("other", r"(?:year-end |total |medical )*membership", {"count": "members", "change": "percent_change"}),
]
