"""Nothing in a text opens a file, starts a process, runs code or reaches the network: the interpreter's audit events say so."""

from __future__ import annotations

import json
import subprocess
import sys

TEXT = "قصفت طائرات حربية روسية بلدة كنصفرة اليوم الخميس."
HOSTILE = [
    "/etc/passwd ../../etc/passwd file:///etc/passwd http://example.org/x.xml C:\\Windows\\win.ini",
    "!!python/object/apply:os.system ['id'] {{7*7}} ${HOME} $(id) `id` %s%n {0.__class__} __import__('os').system('id')",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x> <script>alert(1)</script>',
    "=cmd|' /C calc'!A0 @SUM(1+1) +1 -1 \x1b[2J \u202e \u2066 \x07",
    "c__builtin__\neval\n(S'1'\ntR. \x80\x04\x95 {\"__reduce__\": 1}",
]
_PROGRAM = """
import io, json, sys
from eventcode import Coder
from eventcode.output import FORMATS
texts = json.loads(sys.argv[1])
coder = Coder()
def work(text):
    for write in (FORMATS["jsonl"], FORMATS["csv"], FORMATS["table"]):
        write(coder.code(text, document=text, title=text, publisher=text, url=text), io.StringIO())
work(texts[0])  # what is imported at first use
seen = []
sys.addaudithook(lambda name, arguments: seen.append(name) if watching else None)
watching = True
for text in texts:
    work(text)
watching = False
print(json.dumps(sorted(set(seen))))
"""
_ALLOWED = {"builtins.id", "object.__getattr__", "sys._getframe", "os.get_terminal_size"}


def test_a_text_touches_nothing() -> None:
    texts = [TEXT, *(f"{TEXT} {hostile} {TEXT}" for hostile in HOSTILE)]
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, json.dumps(texts)], capture_output=True, text=True, check=True, timeout=120
    )
    assert set(json.loads(done.stdout)) <= _ALLOWED
