"""What sayso says things with: frozen records that import nothing else of sayso."""

from .account import Account, Attested, Bearing, Change, Step, Support, Telling
from .attribution import Attribution, Source, SourceKind, Voice, chains
from .claim import Certainty, Claim, ClaimRef, Commitment, Nature, Passed, Polarity, Role, Stance
from .dossier import Dossier, Missed
from .finding import CheckFinding
from .ids import digest
from .interval import Interval
from .itinerary import Itinerary, Stay
from .mention import Entity, Form, Mention, MentionKind, Quotation
from .outlet import Outlet, Vote, Weight
from .parse import ATTRIBUTION_TAGS, NameSpan, Parse
from .place import Geometry, Place
from .quantity import Quantity
from .reading import Grounding, Listing, Problem, Reading, Reference, Value
from .relation import Figure, Finding, Origin, Relation, RelationKind, Relations, Story, Tally, Verdict
from .report import Block, BlockKind, Dateline, Report
from .span import Span
from .stand import Put, Shown, Stand, StandKind
from .structure import Structure
from .transfer import Giver, Reuse, Transfer, TransferKind

__all__ = [
    "ATTRIBUTION_TAGS", "Account", "Attested", "Attribution", "Bearing", "Block", "BlockKind", "Certainty", "Change",
    "CheckFinding", "Claim", "ClaimRef", "Commitment", "Dateline", "Dossier", "Entity", "Figure", "Finding", "Form",
    "Geometry", "Giver", "Grounding", "Interval", "Itinerary", "Listing", "Mention", "MentionKind", "Missed", "NameSpan",
    "Nature", "Origin", "Outlet", "Parse", "Passed", "Place", "Polarity", "Problem", "Put", "Quantity", "Quotation",
    "Reading", "Reference", "Relation", "RelationKind", "Relations", "Report", "Reuse", "Role", "Shown", "Source",
    "SourceKind", "Span", "Stance", "Stand", "StandKind", "Stay", "Step", "Story", "Structure", "Support", "Tally",
    "Telling", "Transfer", "TransferKind", "Value", "Verdict", "Voice", "Vote", "Weight", "chains", "digest",
]  # fmt: skip
