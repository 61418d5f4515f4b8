"""A coder that does what its texts say, for the tests of what a document may do to its worker; and texts to code."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import time
from pathlib import Path
from typing import Any

from eventcode import Coder, Event
from eventcode.model import CoderInfo
from eventcode.reading import Document


class Faulty(Coder):
    """Dies, hangs or raises where the text asks for it; gives no events."""

    def __init__(self) -> None:
        """No tables: it reads nothing."""
        self.info = CoderInfo("0", "faulty", "none")

    def code(self, text: str, **about: Any) -> list[Event]:
        what, _, detail = text.partition(" ")
        if what == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        elif what == "die-once":
            try:
                Path(detail).touch(exist_ok=False)
            except FileExistsError:
                return []
            os._exit(3)
        elif what == "hang":
            while True:
                time.sleep(0.01)
        elif what == "hang-deaf":
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
            time.sleep(3600)
        elif what == "raise":
            raise ValueError(detail)
        elif what == "recurse":
            return self.code(text)
        elif what == "memory":
            raise MemoryError
        elif what == "sleep":
            time.sleep(float(detail))
        return []


class Unloadable(Faulty):
    """Cannot be loaded in a worker: its process dies at the start."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (5,)


def documents(*texts: str) -> list[Document]:
    """Documents with these texts and numbered ids."""
    return [Document(str(number), text, path="in.jsonl") for number, text in enumerate(texts)]


_PLACES = ("كنصفرة", "سراقب", "أريحا", "كفرنبل", "معرة النعمان", "خان شيخون", "جسر الشغور", "حارم")
_WHO = ("طائرات حربية روسية", "قوات النظام", "طائرات مروحية للنظام", "مدفعية الجيش التركي")


def news(path: Path, count: int, sentences: int = 6) -> Path:
    """A file of made-up news, every document another."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            lines = [
                f"قصفت {_WHO[(number + step) % 4]} بلدة {_PLACES[(number * 3 + step) % 8]} بـ{step + 2} صواريخ، ما أدى إلى مقتل {number % 9 + 3} مدنيين."
                for step in range(sentences)
            ]
            day = dt.date(2020, 1, 1) + dt.timedelta(days=number % 300)
            file.write(
                json.dumps({"id": f"n{number}", "text": "\n".join(lines), "date": day.isoformat()}, ensure_ascii=False) + "\n"
            )
    return path
