"""The pages that EDGAR answers with when it has or gives nothing.

Sources: sec.gov, Web Site Privacy and Security Policy ("no more than 10 requests per second ... Once the rate of
requests has dropped below the threshold for 10 minutes, the user may resume accessing content"); the pages as users
report them: titles "Your Request Originates from an Undeclared Automated Tool", "Request Rate Threshold Exceeded" and
"File Not Found Error Alert (404)", the XML of the store behind /Archives, which says AccessDenied (403) of an index
or a folder that does not exist (daily-index/1994/QTR1), and the page of the network before it, which says "Access
Denied" (403) to whom it refuses.
"""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>SEC.gov | {title}</title>
</head>
<body>
<h1>{heading}</h1>
{words}
<p>Reference ID: 0.7f000001.0000000000.00000000</p>
</body>
</html>
"""
_PRACTICES = (
    "<p>For best practices on efficiently downloading information from SEC.gov, including the latest EDGAR filings, "
    "visit sec.gov/developer. For more information, contact opendata@sec.gov.</p>"
)
_UNDECLARED = "Your Request Originates from an Undeclared Automated Tool"

UNDECLARED = _PAGE.format(
    title=_UNDECLARED,
    heading=_UNDECLARED,
    words="<p>To allow for equitable access to all users, SEC reserves the right to limit requests originating from "
    "undeclared automated tools. Your request has been identified as part of a network of automated tools outside of "
    "the acceptable policy and will be managed until action is taken to declare your traffic.</p>\n<p>Please declare "
    "your traffic by updating your user agent to include company specific information.</p>\n" + _PRACTICES,
)
TOO_FAST = _PAGE.format(
    title="Request Rate Threshold Exceeded",
    heading=_UNDECLARED,
    words="<p>To allow for equitable access to all users, SEC reserves the right to limit requests originating from "
    "undeclared automated tools.</p>\n<p>Current guidelines limit users to a total of no more than 10 requests per "
    "second, regardless of the number of machines used to submit requests. Once the rate of requests has dropped below "
    "the threshold for 10 minutes, the user may resume accessing content on SEC.gov.</p>\n" + _PRACTICES,
)
NOT_FOUND = _PAGE.format(
    title="File Not Found Error Alert (404)",
    heading="Error 404: Requested File Not Found",
    words="<p>We're sorry! The page you requested could not be found.</p>",
)
UNAVAILABLE = _PAGE.format(
    title="Site Temporarily Unavailable",
    heading="SEC.gov is temporarily unavailable",
    words="<p>Please try again later.</p>",
)
REFUSED = """<HTML><HEAD>
<TITLE>Access Denied</TITLE>
</HEAD><BODY>
<H1>Access Denied</H1>
You don't have permission to access this on this server.<P>
Reference&#32;&#35;18&#46;7f000001&#46;0000000000&#46;00000000
</BODY>
</HTML>
"""
ACCESS_DENIED = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message>'
    "<RequestId>0000000000000000</RequestId><HostId>replica</HostId></Error>"
)
NO_SUCH_KEY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code>'
    "<Message>The specified key does not exist.</Message><RequestId>0000000000000000</RequestId></Error>"
)
