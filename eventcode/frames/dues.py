"""What somebody must do because a deal or a term says so: بموجب الاتفاق يتعين على الفصائل الانسحاب, يجب إخلاؤها بحلول الاثنين."""

from __future__ import annotations

from itertools import pairwise

from eventcode.mentions import View

_BY = frozenset({"بموجب", "وبموجب", "بمقتضي", "وبمقتضي", "وفق", "ووفق", "وفقا", "ووفقا", "بحسب", "وبحسب", "حسب", "طبقا"})
_DEALS = ("اتفاق", "تفاهم", "مذكره", "صفقه", "تسويه")
_TERM = "بحلول"


def laid_down(view: View, index: int) -> bool:
    """Whether the duty told at a token has a day by which, or a deal under which, it is to be done."""
    norms = [token.norm for token in view.tokens]
    if _TERM in norms[index:]:
        return True
    return any(by in _BY and deal.removeprefix("لل").removeprefix("ال").startswith(_DEALS) for by, deal in pairwise(norms))
