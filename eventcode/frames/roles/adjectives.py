"""Adjectives of nationality and government on a verbal noun, which name its actor: القصف الروسي, هجوم حكومي."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import STRIKE_FRAMES, Predicate
from eventcode.mentions import ActorMention, View
from eventcode.mentions.affiliation import SUPPOSING, THAT_IT
from eventcode.mentions.closed import QUOTES
from eventcode.patterns import Match

_GOVERNMENT = "SYRGOV"
_PEOPLE = "SYRCVL"
_QUOTES = frozenset('"“”«»')


def nisba(view: View, predicate: Predicate, frame: Frame) -> None:
    """An adjective of nationality on the noun: القصف الروسي، غارات جوية روسية وسورية."""
    if frame.roles.get("nisba") != "actor" or view.preposition(predicate.last - 1):
        # القبض على الإرهابي المصري: after a phrase with its own preposition the adjective is the object's.
        return
    index = predicate.first + 1 if predicate.phrase else predicate.last
    skipped = 0
    found: list[Match] = []
    while index < len(view.tokens) and skipped < 3:
        if index < predicate.last and view.best(index, "nation") is None:
            # التدخل العسكري الروسي: the adjective may be a part of the phrase.
            index += 1
            continue
        if view.tokens[index].text in QUOTES and not found:
            index += 1  # "الاعتداء" التركي
            continue
        if not found and _supposed(view, index):
            index += 2  # غارات يرجح أنها روسية
            continue
        if not predicate.actors and not found and "governmental" in view.lists[index]:
            _of_whom(view, predicate, index, _GOVERNMENT, "government")
            return
        if not predicate.actors and not found and "popular" in view.lists[index] and predicate.pattern.frame == "speak":
            _of_whom(view, predicate, index, _PEOPLE, "people")
            return
        nation = view.best(index, "nation")
        if nation is not None and (not nation.analysis.proclitics or (found and nation.analysis.proclitics == "و")):
            if nation.value.form is not None and nation.value.form.number == "p":
                break
            if predicate.definite and not (nation.analysis.article or found):
                # يلزم الاتفاق تركيا: no adjective of the definite noun, which would have the article too.
                break
            country = view.best(index, "country") is not None and view.tokens[index].norm.endswith("يا")
            if predicate.pattern.frame in STRIKE_FRAMES and country and not found:
                if not view.tokens[index - 1].text.rstrip("ًٌٍ").endswith("ا"):
                    break  # قصف سوريا: the country, and no adjective, which would be سوري there
            found.append(nation)
            index = nation.last
            continue
        if view.tokens[index].text in _QUOTES or (found and view.tokens[index].text in ("-", "–", "ـ")):
            index += 1
            continue
        token = view.tokens[index]
        if (
            token.kind != "word"
            or view.preposition(index)
            or view.covered[index] - ({"agent"} if token.norm == "عسكريا" else set())  # رتلا عسكريا تركيا: no soldier
            & {"actor", "agent", "country", "trigger", "verb", "light", "report", "aspect", "result", "cause"}
        ):
            break
        adjective = token.norm.startswith("ال") if predicate.definite else token.norm.endswith(("ه", "ي", "ا", "ين"))
        if not adjective or (not predicate.definite and any(place.first == index for place in view.places)):
            break  # مغادرة الأراضي السورية: what is left, and no adjective
        skipped += 1
        index += 1
    if predicate.actors:
        return
    for nation in found:
        mention = national(view, nation, frame)
        predicate.actors.append(mention)
        predicate.why("actor", f"{view.slice(mention.start, mention.end)}: adjective of nationality")


def _supposed(view: View, index: int) -> bool:
    """يرجح أنها, يعتقد أنه: whether what is supposed of a noun follows."""
    if index + 2 >= len(view.tokens) or view.tokens[index].norm not in SUPPOSING:
        return False
    return view.tokens[index + 1].norm.removeprefix("ب") in THAT_IT


def national(view: View, nation: Match, frame: Frame) -> ActorMention:
    """Whoever an adjective of nationality names as the agent of an act: of an act of arms, the forces of that country."""
    token = view.tokens[nation.first]
    country = nation.value.ref.country
    code = country[:3] + "MIL" if frame.armed and country[3:] in ("", "GOV") else country
    return ActorMention(
        first=nation.first, last=nation.last, start=token.start + len(nation.analysis.proclitics), end=token.end,
        code=code, name=None, kind="country", head=nation.first,
    )  # fmt: skip


def _of_whom(view: View, predicate: Predicate, index: int, code: str, kind: str) -> None:
    """هجوم حكومي, انتقادات شعبية: of the government or the people, in whatever country the text speaks of."""
    token = view.tokens[index]
    mention = ActorMention(
        first=index, last=index + 1, start=token.start, end=token.end, code=code, name=None, kind=kind, head=index, assumed=True,
    )  # fmt: skip
    predicate.actors.append(mention)
    predicate.why("actor", f"{view.slice(mention.start, mention.end)}: adjective of the {kind}")
