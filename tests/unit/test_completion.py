"""Shell completion: the scripts, tried in the shells that are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from eventcode.cli import main, parser
from eventcode.cli.completion import SHELLS, tree


def offered(shell: str, line: str, folder: Path) -> list[str]:
    """What a shell offers at the end of a command line."""
    script = folder / "script"
    script.write_text(SHELLS[shell](tree(parser())), encoding="utf-8")
    words = line.split(" ")
    if shell == "bash":
        array = " ".join(f"'{word}'" for word in words)
        code = f'. {script}; COMP_WORDS=({array}); COMP_CWORD={len(words) - 1}; _eventcode; printf "%s\\n" "${{COMPREPLY[@]}}"'
        command = ["bash", "--norc", "-c", code]
    else:
        command = ["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=folder, check=True, env={"HOME": str(folder), "PATH": "/usr/bin:/bin"}
    )
    assert done.stderr == ""
    return [found.split("\t")[0] for found in done.stdout.splitlines() if found]


@pytest.mark.parametrize(
    ("line", "wanted", "unwanted"),
    [
        ("eventcode co", {"code", "completion"}, {"report"}),
        ("eventcode code --form", {"--format"}, {"--output"}),
        ("eventcode code --format ", {"jsonl", "csv"}, {"code", "--quiet"}),
        ("eventcode code in.txt --format t", {"table"}, {"jsonl"}),
        ("eventcode gazetteer ", {"find", "check"}, {"code"}),
        ("eventcode gazetteer find --", {"--gazetteer"}, {"--format"}),
        ("eventcode report events.jsonl --language ", {"en", "ar"}, {"code"}),
        ("eventcode completion ", {"bash", "zsh", "fish"}, {"code"}),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_what_is_offered(shell: str, line: str, wanted: set[str], unwanted: set[str], tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    found = set(offered(shell, line, tmp_path))
    assert wanted <= found
    assert not unwanted & found


def test_zsh_defines_every_command(tmp_path: Path) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    script = tmp_path / "_eventcode"
    script.write_text(SHELLS["zsh"](tree(parser())), encoding="utf-8")
    functions = " ".join("_".join(("_eventcode", *command.words)) for command in tree(parser()).all())
    code = (
        f"autoload -Uz compinit && compinit -u -d {tmp_path}/dump; source {script}; whence -w {functions}; print $_comps[eventcode]"
    )
    done = subprocess.run(
        ["zsh", "-f", "-c", code], capture_output=True, text=True, check=True, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    )
    assert done.stderr == ""
    *defined, registered = done.stdout.splitlines()
    assert registered == "_eventcode"
    assert len(defined) == len(functions.split())
    assert all(line.endswith(": function") for line in defined)


@pytest.mark.parametrize("shell", list(SHELLS))
def test_every_command_and_option_is_in_the_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for command in tree(parser()).all():
        for word in command.words:
            assert word in script
        for option in command.options:
            for flag in option.flags:
                assert (flag if shell != "fish" else flag.lstrip("-")) in script
