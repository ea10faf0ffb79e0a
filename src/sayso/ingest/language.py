"""Which language a text is in."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from sayso.lang import load, packs

if TYPE_CHECKING:
    from lingua import LanguageDetector

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 4000  # characters; more does not change the answer
_SHARE = 0.05  # of the words; running English has 14 to 25 %, texts of its relatives none
_FEW = 12  # words; too few for the detector to be taken at less than its word
_LANGUAGES = (
    "ARABIC ARMENIAN AZERBAIJANI BENGALI BULGARIAN CHINESE CROATIAN CZECH DANISH DUTCH ENGLISH ESTONIAN FINNISH FRENCH "
    "GEORGIAN GERMAN GREEK HEBREW HINDI HUNGARIAN INDONESIAN ITALIAN JAPANESE KOREAN LATVIAN LITHUANIAN MACEDONIAN BOKMAL "
    "PERSIAN POLISH PORTUGUESE ROMANIAN RUSSIAN SERBIAN SLOVAK SLOVENE SOMALI SPANISH SWAHILI SWEDISH TAGALOG THAI TURKISH "
    "UKRAINIAN URDU VIETNAMESE "
)


def language(text: str, declared: str | None) -> str | None:
    """BCP 47 code of the text's main language; None where there is too little of it to tell.

    The function words of the installed packs settle most texts. Where they do not, what the page declares of itself
    counts, unless it declares a language whose function words we know and do not find.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    found = next((code for code in packs() if words and _share(words, code) >= _SHARE), None)
    if found:
        return found
    code = (declared or "").replace("_", "-").split("-")[0].lower()
    if re.fullmatch(r"[a-z]{2,3}", code) and (code not in packs() or len(words) < _FEW):
        return code
    return _detected(text[:_SAMPLE], words) if len(words) >= 3 or _wordless(text) else None


def _share(words: list[str], code: str) -> float:
    known = load(code).column("function_words")
    return sum(word in known for word in words) / len(words)


def _wordless(text: str) -> bool:
    """Scripts that leave no space between words."""
    return re.search(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]{8}", text) is not None


def _detected(text: str, words: list[str]) -> str | None:
    """The detector's answer. A few words without accents, such as a headline, are the pack's if it is not sure."""
    best = _detector().compute_language_confidence_values(text)[0]
    if len(words) <= _FEW and best.value < 0.9 and text.isascii():
        return packs()[0]
    return best.language.iso_code_639_1.name.lower() if best.value >= 0.3 else None


@functools.cache
def _detector() -> LanguageDetector:
    """Its models take 60 MB and half a second: only for what the packs do not know.

    Languages that it takes for larger neighbours' (Kazakh for Ukrainian) are left out. The exact mode takes a gigabyte.
    """
    from lingua import Language, LanguageDetectorBuilder

    known = (getattr(Language, name) for name in _LANGUAGES.split())
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()
