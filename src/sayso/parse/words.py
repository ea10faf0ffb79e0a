"""Text into words, the way Universal Dependencies for English divides it.

One compiled expression does the work, and every part of it that could be tried
in vain is bounded, so the cost a character is small and constant. Every word is
a half-open range of code points of the text; white space belongs to no word,
every other character to exactly one.
"""

from __future__ import annotations

import re

_APOSTROPHE = "['’]"
# Inside a word though no letters: soft hyphens, joiners, and the accents and vowel signs of decomposed text.
_INSIDE = r"\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff"
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Brig|Gov|Sen|Rep|Rev|Hon|Pres|St|Ste|Mt|Ft|Jr|Sr"
    "|Inc|Corp|Ltd|Co|Bros|vs|etc|al|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri"
    "|Ave|Blvd|Rd|Dept|Univ|Assn|Figs?|figs?|pp|vol|eds?|cf|ca"
)
# Unlike other parts of a compound, these stay with the word they begin.
_PREFIXES = (
    "anti|co|counter|cross|e|ex|extra|hyper|infra|inter|intra|macro|mega|micro|mid|mini|mis|multi|neo|non|over|post|pre|pro"
    "|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|trans|ultra|un|under"
)

# Order matters: the first alternative that fits at a place wins.
_WORD = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]{{0,2000}}[^\s<>"“”.,;:!?)\]'’]  # addresses of pages
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+         # and of people
    | [@\#](?=\w)\w+                                        # handles, hashtags
    | (?:[A-Za-z]\.){{2,9}}(?![A-Za-z])                     # U.S.  a.m.
    | (?:{_ABBREVIATIONS})\.(?=[\s,;:)]|$)                  # Gen.  Sept.
    | (?:[Nn]os?|[Oo]p|[Vv]ol|[Aa]rt|[Ss]ec|[Cc]h|pp?)\.(?=\s*\d)  # No. 4
    | (?i:{_PREFIXES})-[^\W\d_][\w{_INSIDE}]*              # anti-government  co-founder
    | \w[\w-]{{0,60}}(?:\.\w[\w-]{{0,60}}){{0,3}}\.(?:com|org|net|gov|edu|info|af|uk|pdf|docx?|html?|jpe?g|xls)\b  # tolonews.com
    | [A-Z]\.(?=\s*[A-Z])                                   # initials
    | \d+(?:st|nd|rd|th|s|ST|ND|RD|TH)\b                    # 21st  1990s
    | \d+(?:[.,:/]\d+)*                                     # 1,200.50  9:30  4/5
    | \.{{2,}} | -{{2,}} | [–—]+ | [!?]{{2,}} | ={{2,}} | \*{{3,}} | _{{2,}} | <{{2,}} | >{{2,}} | \${{2,}}
    | [:;]-?[()]                                            # smileys
    | (?:ca|do|does|did|is|are|was|were|wo|would|could|should|has|have|had|must|need|might|ai|sha)
        (?=n{_APOSTROPHE}t\b)                               # do|n't
    | (?:Ca|Do|Does|Did|Is|Are|Was|Were|Wo|Would|Could|Should|Has|Have|Had)(?=n{_APOSTROPHE}t\b)
    | n{_APOSTROPHE}t\b
    | [Cc]an(?=not\b) | (?:[Gg]on|[Ww]an|[Gg]ot)(?=(?:na|ta)\b)
    | {_APOSTROPHE}(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b      # clitics
    | [A-Z]{_APOSTROPHE}(?=[A-Z])\w+                        # O'Neill
    | \w[\w{_INSIDE}]*
    | \S[{_INSIDE}\ufe0f]*
    """,
    re.VERBOSE,
)


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of ``text[start:end]`` as (start, end) in the whole text, in order."""
    stop = len(text) if end is None else end
    return [m.span() for m in _WORD.finditer(text, start, stop)]
