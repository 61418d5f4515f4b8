"""The kinds of files that a codebook folder holds, and the shape of each."""

from __future__ import annotations

from pathlib import Path, PurePath

from eventcode.codebook.shape import Either, Items, Named, Record, Scalar, Shape
from eventcode.model import COUNT_KINDS, STANCES, STATUSES

EXCEPTIONS = "exceptions.yaml"
"""The file of a codebook folder that holds what the checker is to let pass; it is no part of the codebook's content."""

RETIRABLE = ("types", "patterns", "actors", "cues")
"""What a codebook can leave out of the one that it extends, by id."""


def _yes(about: str) -> Scalar:
    return Scalar(about, choices=("yes", "no"))


ID = Scalar("a name of small Latin letters, digits, hyphens and underscores", pattern=r"[a-z][a-z0-9_-]*",
            what="a name of small Latin letters, digits, hyphens and underscores")  # fmt: skip
CODE = Scalar("a CAMEO-style actor code: country, role, group in blocks of three capitals", pattern=r"([A-Z]{3})+",
              what="an actor code: blocks of three capital letters")  # fmt: skip
CODE_OR_NONE = Scalar("an actor code, or empty", pattern=r"([A-Z]{3})*", what="an actor code: blocks of three capital letters",
                      empty=True)  # fmt: skip
WORDS = Either((Scalar("a word"), Items(Scalar("a word"))), "one word or a list of words")
NAMES = Named(Scalar(), "a name by language: en, ar ...")

_LEXEME_KEYS: dict[str, Shape] = {
    "verb": Scalar("the perfect, third person singular masculine (قصف)"),
    "imperfect": Scalar("the imperfect, third person singular masculine (يقصف)"),
    "first-person": Scalar("the imperfect's first person singular (أدعو), for verbs that speakers say of themselves"),
    "noun": Either((Scalar(), Items(Scalar())), "a noun, or the verbal nouns of the verb"),
    "plural": Either((Scalar(), Items(Scalar())), "broken or sound plurals of the noun"),
    "participles": Either((Scalar(), Items(Scalar())), "participles, where the spellings do not show them"),
    "adjective": Scalar("an adjective, masculine singular"),
}
LEXEME = Record(_LEXEME_KEYS, one_of=(("verb", "noun", "adjective"),), about="headwords; the forms are made from them")
PHRASE = Scalar("words; a|b a choice, word? optional, ... a gap, <list> an entry of a word list")
ENTRY = Either((PHRASE, LEXEME), "a phrase or a lexeme")


def _lexeme_with(**more: Shape) -> Record:
    return Record({**_LEXEME_KEYS, **more}, one_of=(("verb", "noun", "adjective", "phrase", "phrases", "words"),))


_NUMBER = Scalar("a whole number", pattern=r"\d+", what="a whole number", numeric=True)
_COUNT = Either((_NUMBER, Record({"low": _NUMBER, "high": _NUMBER}, needed=("low",))), "a number, or its bounds")
_NEGATIVE = Record({"text": Scalar("the sentence"), "known": _yes("yes: the coder is known to fail here")}, needed=("text",))
CODEBOOK = Record(
    {
        "name": ID,
        "version": Scalar("the version of the codebook", numeric=True),
        "language": Scalar("the language that it codes, ISO 639-1", pattern="[a-z]{2,3}", what="a language code such as ar"),
        "description": Scalar("what it is for, in a line"),
        "extends": Scalar(
            "the codebook that it adds to: the name of one that ships with eventcode, or a folder relative to its own"
        ),
        "retire": Record(
            {
                "types": Items(ID, "ids of event types"),
                "patterns": Items(Scalar("type#pattern"), "patterns, each as type#pattern"),
                "actors": Items(Scalar("the English name of an actor"), "actors by their English names"),
                "cues": Items(ID, "ids of cues"),
            },
            about="what is left out of the codebook that it extends",
        ),
    },
    needed=("name", "version", "language"),
    about="the head of a codebook",
)
EVENT_TYPE = Record(
    {
        "id": ID,
        "draft": Scalar("yes: not finished, so that its findings are warnings", choices=("yes",)),
        "label": NAMES,
        "codes": Record(
            {
                "acled": Items(Scalar(), "event type and sub-event type", least=2, most=2),
                "cameo": Scalar("CAMEO code", numeric=True),
                "plover": Items(Scalar(), "event and mode", most=2),
            },
            about="the type in other ontologies; an ontology of your own is a key of your own",
            more=Scalar("the code in an ontology of your own", numeric=True),
        ),
        "patterns": Items(
            Record(
                {
                    "id": ID,
                    "frame": Scalar("a role frame of frames.yaml"),
                    "forms": Items(Scalar(choices=("verb", "noun", "participle")), "the forms of the lexemes that it takes"),
                    "lexemes": Items(LEXEME, "headwords whose forms are found"),
                    "phrases": Items(PHRASE, "fixed expressions"),
                    "needs": Items(Scalar(), "word lists of which a word must stand near"),
                    "following": Scalar("yes: the word that it needs must follow it within its clause", choices=("yes", "no")),
                    "document": Items(Scalar(), "word lists of which a word must stand in the document"),
                    "without": Items(Scalar(), "word lists of which no word may stand near"),
                    "refine": Items(
                        Record(
                            {
                                "type": Scalar("the event type that it gives then"),
                                "with": Items(Scalar(), "word lists: where a word of them stands near"),
                                "document": Items(Scalar(), "word lists: where a word of them stands in the document"),
                                "targets": Items(Scalar(pattern="[A-Z]{3}", what="a role of three capital letters"), "where all targets are of these roles"),
                            },
                            needed=("type",),
                            one_of=(("with", "document", "targets"),),
                        ),
                        "other types that it gives, each with its condition",
                    ),
                    "counts": Scalar("what a number of its targets counts", choices=COUNT_KINDS),
                    "yields": Scalar("yes: no row where another attack of the sentence means the same", choices=("yes", "no")),
                    "anaphoric": Scalar("yes: only where it takes up an action of its type that was told before", choices=("yes", "no")),
                    "after": Scalar(
                        "what must stand right before it: a dictionary kind, a place, one that opens the clause, a place or somebody, or a large number",
                        choices=("cause", "light", "place", "topic", "noun", "number"),
                    ),
                    "before": Scalar("what must stand right after it: a place, or a place or forces", choices=("place", "noun")),
                },
                needed=("id", "frame"),
                one_of=(("lexemes", "phrases"),),
            ),
            "words that report the event",
        ),
        "examples": Items(
            Record(
                {
                    "text": Scalar("a sentence of your own"),
                    "date": Scalar("the reference day, YYYY-MM-DD", day=True),
                    "known": _yes("yes: the coder is known to fail here; the check tells once it passes"),
                    "events": Items(
                        Record(
                            {
                                "trigger": Scalar("the word of the sentence that reports it"),
                                "type": Scalar("an event type, if not this one"),
                                "actors": Items(CODE, "codes of all its actors; empty: none", least=0),
                                "targets": Items(CODE, "codes of all its targets; empty: none", least=0),
                                "locations": Items(Scalar(), "names of all its places; empty: none", least=0),
                                "status": Scalar("actual, if not given", choices=STATUSES),
                                "counts": Record(
                                    dict.fromkeys(COUNT_KINDS, _COUNT),
                                    about="numbers by what they count",
                                ),
                            },
                            needed=("trigger",),
                        ),
                        "exactly the events that it gives",
                    ),
                },
                needed=("text", "events"),
            ),
            "sentences with exactly the events that they give",
        ),
        "none": Items(
            Either((Scalar(), _NEGATIVE)), "sentences that give no event"
        ),
    },
    needed=("id",),  # label and patterns too, unless the codebook extends one that has the type: the loader knows
    about="one event type: labels, codes, patterns, examples",
)  # fmt: skip
LEXICON = Record({"lists": Named(Items(ENTRY), "word lists by name", ID)}, needed=("lists",), about="word lists")
_DATED = Record(
    {"until": Scalar("the last day, YYYY-MM-DD", day=True), "code": CODE, "name": NAMES},
    needed=("until",),
    about="what the actor was called and coded as up to a day",
)
ACTORS = Record(
    {
        "actors": Items(
            Record(
                {
                    "code": CODE,
                    "name": NAMES,
                    "kind": Scalar(
                        "what it is; group, if not given",
                        choices=("group", "government", "person", "media", "igo", "ngo", "monitor", "people", "facility", "aircraft")
                    ),
                    "names": Items(ENTRY, "every name that texts use"),
                    "short": Items(ENTRY, "names that count only where the full one stands in the document"),
                    "beside": Scalar("the code of another actor, for short names that count where that one stands in the document"),
                    "with": Items(CODE, "codes of further actors whom the names mean as well"),
                    "dated": Items(_DATED, "former names and codes, the earliest first; the present ones follow the last without a gap"),
                },
                needed=("code", "name", "names"),
            ),
            "named actors: groups, institutions, people, outlets",
        ),
        "agent-nouns": Items(
            Record(
                {
                    "role": Scalar("what a country makes of them (RUS + MIL)", pattern="([A-Z]{3})?", what="three capitals", empty=True),
                    "kind": Scalar(
                        "what they are",
                        choices=(
                            "force", "aircraft", "weapon", "vehicle", "facility", "people", "official", "government", "media", "source",
                            "parties", "homeland",
                        )
                    ),
                    "alone": CODE_OR_NONE,
                    "counts": _yes("yes: a number before them may count killed, wounded, troops, vehicles or places"),
                    "anaphoric": _yes("yes: without an owner, members of the armed group that the document named last"),
                    "lexemes": Items(LEXEME, "headwords whose forms are found"),
                    "phrases": Items(PHRASE, "fixed expressions"),
                },
                needed=("kind",),
                one_of=(("lexemes", "phrases"),),
            ),
            "common nouns for actors, which compose with an owner or a nationality (طائرات روسية)",
        ),
        "nationalities": Items(
            Record(
                {"adjective": Scalar("masculine singular"), "plural": WORDS, "country": CODE}, needed=("adjective", "country")
            ),
            "adjectives of nationality",
        ),
        "countries": Items(
            Record(
                {"country": CODE, "names": Items(ENTRY, "its names"), "capitals": Items(ENTRY, "capitals that stand for it")},
                needed=("country", "names"),
            ),
            "names of countries",
        ),
        "codes": Items(
            Record({"code": CODE, "name": NAMES}, needed=("code", "name")),
            "what codes are called that several actors share, for mentions that name none of them (الفصائل)",
        ),
    },
    one_of=(("actors", "agent-nouns", "nationalities", "countries", "codes"),),
    about="actors, agent nouns, nationalities, countries, names of codes",
)  # fmt: skip
_REPORT = Either((PHRASE, _lexeme_with(type=Scalar("how it reports", choices=("assert", "relay", "document", "claim", "clause", "mood")), phrase=PHRASE,
                                       phrases=Items(PHRASE, "fixed expressions"))))  # fmt: skip
_WAY = Either(
    (
        PHRASE,
        _lexeme_with(
            follows=Scalar("what comes after it", choices=("source", "clause")),
            phrase=PHRASE,
            phrases=Items(PHRASE, "fixed expressions"),
            words=Items(ENTRY, "its words"),
        ),
    )
)
_GOVERNOR = Either(
    (
        PHRASE,
        _lexeme_with(
            subject=Scalar("what its subject is to the event noun under it", choices=("agent", "event", "undergoer")),
            phrases=Items(PHRASE, "fixed expressions"),
            words=Items(ENTRY, "its words"),
        ),
    )
)
CUES = Record(
    {
        "cues": Items(
            Record(
                {
                    "id": ID,
                    "status": Scalar("what the events in its scope become", choices=STATUSES),
                    "direction": Scalar(
                        "where the events stand: after it, before it, both", choices=("forward", "backward", "both")
                    ),
                    "scope": Scalar(
                        "next: the one predicate that it governs; clause: all to the end of its clause", choices=("next", "clause")
                    ),
                    "before": Scalar("imperfect: counts only before an imperfect verb", choices=("imperfect",)),
                    "pseudo": _yes("yes: no cue at all, only a shield of the particle inside it"),
                    "stance": Scalar("what the source of a negated event does", choices=STANCES),
                    "note": Scalar("a limit that the words alone do not show"),
                    "words": Items(ENTRY, "the longest entry at a word wins"),
                },
                needed=("id", "status", "words"),
            ),
            "words that give events a status",
        ),
        "reporting": Record(
            {
                "verbs": Items(_REPORT, "verbs of saying"),
                "nouns": Items(ENTRY, "what carries a report (بيان)"),
                "according": Items(_WAY, "words before a source (بحسب)"),
                "via": Items(_WAY, "the channel of a report, not its source"),
            },
            about="words that say who reports",
        ),
        "light-verbs": Items(_GOVERNOR, "verbs that carry an event noun"),
        "aspect-heads": Items(_GOVERNOR, "verbs of beginning, going on, ending"),
        "result": Items(_GOVERNOR, "what follows is the outcome of what stands before"),
        "cause": Items(_GOVERNOR, "the event noun that follows brought about what stands before"),
        "states": Items(_GOVERNOR, "wording of a lasting state: an event word inside it is no event"),
        "verbs": Items(_GOVERNOR, "other common verbs"),
    },
    one_of=(("cues", "reporting", "light-verbs", "aspect-heads", "result", "cause", "states", "verbs"),),
    about="cues of status, reporting words, light verbs",
)
_ROLES = {
    "subject": "the subject of the verb",
    "object": "the object of the verb",
    "passive": "the subject of a passive verb",
    "genitive-armed": "idafa of a verbal noun by forces, aircraft or a country (قصف الطيران)",
    "genitive-forces": "idafa of a verbal noun by forces or aircraft, where it differs from that by a country (إرسال قوات)",
    "genitive": "idafa by anything else (قصف المدينة، مقتل مدني)",
    "nisba": "an adjective of nationality on the verbal noun (غارات روسية)",
    "agent": "what من قبل، على يد، من جانب introduce",
    "lam-after-agent": "what ل introduces once the agent is known (قصف الطيران لمدينة)",
}


def _role(about: str) -> Scalar:
    return Scalar(f"the role of {about}", choices=("actor", "target", "none"))


FRAMES = Record(
    {
        "frames": Named(
            Record(
                {
                    "armed": _yes("yes: an act of arms, so that a country that does it is coded as its forces"),
                    "placed": _yes("yes: the action happens at a place; verbal acts have one only when it is named with them"),
                    **{role: _role(about) for role, about in _ROLES.items()},
                },
                about="which grammatical function fills which role",
                more=_role("what this preposition introduces after the predicate"),
            ),
            "role frames by name: which grammatical function of a predicate fills which role",
            name=ID,
        ),
        "backers": Named(CODE, "the code of a force that is only called backed by a country", CODE),
        "figurative": Items(ID, "word lists beside whose words an act of arms with no party to the war is a figure of speech"),
    },
    about="role frames",
)
EXCEPTION_LIST = Record(
    {
        "exceptions": Items(
            Record(
                {
                    "check": ID,
                    "file": Scalar("the file, as in types/shelling.yaml"),
                    "contains": Scalar("words of the message, where not every finding in the file is meant"),
                    "reason": Scalar("why it is right as it is"),
                },
                needed=("check", "file", "reason"),
            ),
            "one entry a finding, or a file",
        )
    },
    needed=("exceptions",),
    about="findings of the checker that are right as they are, each with its reason",
)

SHARED: dict[str, Shape] = {
    "report": _REPORT, "way": _WAY, "governor": _GOVERNOR, "entry": ENTRY, "lexeme": LEXEME, "phrase": PHRASE, "words": WORDS,
    "names": NAMES, "code": CODE, "id": ID, "count": _COUNT,
}  # fmt: skip
"""Shapes that stand at several places, by the name that schemas give them; one that holds another stands before it."""

SHAPES: dict[str, Record] = {
    "codebook": CODEBOOK,
    "frames": FRAMES,
    "exceptions": EXCEPTION_LIST,
    "types": EVENT_TYPE,
    "lexicon": LEXICON,
    "actors": ACTORS,
    "cues": CUES,
}
"""The shape of each kind of file: three files at the top of a codebook folder, and those of its four folders."""

FOLDERS = ("types", "lexicon", "actors", "cues")


def kind_of_file(path: PurePath, folder: Path) -> str | None:
    """Which kind of file a path in a codebook folder is: a key of ``SHAPES``, or None where the loader reads no such file."""
    parts = path.relative_to(folder).parts
    if len(parts) == 1:
        kind = parts[0].removesuffix(".yaml")
        return kind if kind in SHAPES and kind not in FOLDERS else None
    return parts[-2] if parts[-2] in FOLDERS else None


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a codebook folder, sorted.

    Hidden ones belong to other tools (.pre-commit-config.yaml, .github), where the codebook is the root of a repository.
    """
    return [
        path for path in sorted(folder.rglob("*.yaml")) if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
