"""The numbers of the people and things that a sentence mentions."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.mentions.model import ActorMention, View


def tie_quantities(view: View, mentions: Sequence[ActorMention]) -> None:
    """Tie a number to the people or things it counts: the mention takes it in as its first words."""
    for quantity in view.quantities:
        for mention in mentions:
            if mention.elliptic:
                continue
            holds = quantity.noun is not None and mention.first <= quantity.noun < mention.last
            # استهدفت 20 غارة تنظيم الدولة: the number is another noun's.
            counted = quantity.noun is not None and quantity.noun < mention.first and "trigger" in view.covered[quantity.noun]
            before = (quantity.last == mention.first and not counted) or (
                quantity.last + 1 == mention.first and view.preposition(quantity.last) == "من"
            )
            within = mention.first <= quantity.first < mention.last
            if holds or before or within:
                if mention.quantity is None:
                    mention.quantity = quantity
                    if quantity.first < mention.first:
                        mention.first = quantity.first
                        mention.start = min(mention.start, quantity.start)
                if holds and quantity.last == mention.last + 1 and quantity.number.last == quantity.last:
                    mention.last, mention.end = quantity.last, quantity.end  # مدنيين اثنين, طفلين اثنين
                break
