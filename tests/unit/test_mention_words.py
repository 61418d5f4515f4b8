"""How the words of a sentence are read before anything is coded from them."""

import pytest

from eventcode.coder import Coder


@pytest.mark.parametrize(
    ("word", "joined"),
    [
        ("وحدود", True),
        ("وعودة", True),
        ("واليوم", True),
        ("وجهود", True),
        ("وسيطرة", True),
        ("وقصفت", True),
        ("والفصائل", True),
        ("وزارة", False),
        ("وحدات", False),
        ("وجهاء", False),
        ("والده", False),
        ("وقفة", False),
        ("وعود", False),
        ("وسيط", False),
    ],
)
def test_a_conjunction_is_told_from_a_waw_of_the_word(coder: Coder, word: str, joined: bool) -> None:
    (view,) = coder.views(f"البلدة {word} أخرى")
    assert view.joined(1) is joined
