"""The processes below one, what memory they hold and what time they took (Linux)."""

from __future__ import annotations

import os
from pathlib import Path


def descendants(leader: int) -> list[int]:
    """The processes below one at any depth, parents before their children."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue  # it has just ended
            children.setdefault(parent, []).append(int(entry.name))
    found, waiting = list[int](), [leader]
    while waiting:
        below = sorted(children.get(waiting.pop(0), ()))
        found.extend(below)
        waiting.extend(below)
    return found


def resident(process: int) -> float:
    """MB that a process holds now."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def processor(process: int) -> float:
    """Processor seconds that a process has used, without those of processes below it; 0 where it is gone."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
