"""``eventcode completion``: what the Tab key offers in bash, zsh and fish, made from the argument parser itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from eventcode.cli.arguments import Subparsers

_EPILOG = """examples:
  eventcode completion bash > ~/.local/share/bash-completion/completions/eventcode
  eventcode completion zsh > "${fpath[1]}/_eventcode"
  eventcode completion fish > ~/.config/fish/completions/eventcode.fish
"""
_FILES = ("FILE", "PATH", "DIR", "EVENTS", "CORPUS", "GOLD", "OLD", "NEW")


@attrs.frozen
class Option:
    """An option or a positional argument (without flags): what it takes is one of ``choices``, a file, or words (neither)."""

    flags: tuple[str, ...]
    help: str
    choices: tuple[str, ...] = ()
    file: bool = False
    takes: bool = False
    many: bool = False


@attrs.frozen
class Command:
    """A command by its words ("gazetteer find"; the program itself has none) and what may follow it."""

    words: tuple[str, ...]
    help: str
    options: tuple[Option, ...]
    commands: tuple[Command, ...]

    def all(self) -> Iterator[Command]:
        """The command and all below it."""
        yield self
        for command in self.commands:
            yield from command.all()


def tree(parser: argparse.ArgumentParser, words: tuple[str, ...] = (), about: str = "") -> Command:
    """The commands of a parser."""
    options: list[Option] = []
    commands: list[Command] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            commands += [tree(inner, (*words, name), helps.get(name, "")) for name, inner in action.choices.items()]
        elif action.help != argparse.SUPPRESS:
            names = action.metavar if isinstance(action.metavar, tuple) else (action.metavar or "",)
            options.append(
                Option(
                    tuple(action.option_strings), _plain(action.help or ""), tuple(map(str, action.choices or ())),
                    action.type is Path or any(name in _FILES for name in names), action.nargs != 0, action.nargs in ("*", "+"),
                )
            )  # fmt: skip
    return Command(words, _plain(about), tuple(options), tuple(commands))


def _plain(text: str) -> str:
    """A help text up to its first full stop or semicolon, on one line."""
    return " ".join(text.replace("%%", "%").split()).split("; ")[0].split(". ")[0]


def bash(program: Command) -> str:
    """The script for bash (3.2 and later); where nothing is offered, bash completes file names."""
    follow, words, values = [], [], []
    for command in program.all():
        name = " ".join(command.words)
        follow += [f'      "{name} {inner.words[-1]}") command="{" ".join(inner.words)}" ;;' for inner in command.commands]
        flags = " ".join(flag for option in command.options for flag in option.flags)
        plain = " ".join([inner.words[-1] for inner in command.commands] + _choices(command))
        words.append(f'    "{name}") flags="{flags}"; words="{plain}" ;;')
        for option in command.options:
            if option.flags and option.takes:
                cases = "|".join(f'"{name} {flag}"' for flag in option.flags)
                values.append(f'    {cases}) COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$current")); return ;;')
    lines = [
        "# bash completion of eventcode; made by: eventcode completion bash",
        "_eventcode() {",
        '  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="" flags="" words="" i',
        "  COMPREPLY=()",
        "  for ((i = 1; i < COMP_CWORD; i++)); do",
        '    case "$command ${COMP_WORDS[i]}" in',
        *follow,
        "    esac",
        "  done",
        '  case "$command $previous" in',
        *values,
        "  esac",
        '  case "$command" in',
        *words,
        "  esac",
        '  if [[ "$current" == -* ]]; then words="$flags"; fi',
        '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
        "}",
        "complete -o bashdefault -o default -F _eventcode eventcode",
    ]
    return "\n".join(lines) + "\n"


def _choices(command: Command) -> list[str]:
    return [choice for option in command.options if not option.flags for choice in option.choices]


def _quoted(text: str) -> str:
    return text.replace("'", "'\\''")


def zsh(program: Command) -> str:
    """The script for zsh."""
    lines = ["#compdef eventcode", "# zsh completion of eventcode; made by: eventcode completion zsh", ""]
    for command in program.all():
        lines += [f"{_function(command)}() {{", "  local context state line", "  local -A opt_args", "  _arguments -C -S \\"]
        lines += [f"    '{spec}' \\" for option in command.options for spec in _zsh_specs(option)]
        if command.commands:
            lines += ["    '1: :->command' \\", "    '*:: :->rest'", "  case $state in", "    command)"]
            named = " ".join(f"'{inner.words[-1]}:{_quoted(inner.help.replace(':', ' '))}'" for inner in command.commands)
            lines += [
                f"      local -a commands=({named})",
                "      _describe command commands ;;",
                "    rest)",
                "      case $line[1] in",
            ]
            lines += [f"        {inner.words[-1]}) {_function(inner)} ;;" for inner in command.commands]
            lines += ["      esac ;;", "  esac"]
        else:
            lines[-1] = lines[-1].removesuffix(" \\")
        lines += ["}", ""]
    # Read from the completion folder the file is the function's body and is to run; sourced, it names the function.
    lines += ['if [ "$funcstack[1]" = "_eventcode" ]; then _eventcode "$@"; else compdef _eventcode eventcode; fi']
    return "\n".join(lines) + "\n"


def _function(command: Command) -> str:
    return "_".join(("_eventcode", *command.words))


def _zsh_specs(option: Option) -> list[str]:
    about = _quoted(option.help.replace("[", "(").replace("]", ")").replace(":", "\\:"))
    what = f"({' '.join(option.choices)})" if option.choices else "_files" if option.file else ""
    if not option.flags:
        return [f"{'*' if option.many else ''}:{about or 'argument'}:{what or ' '}"]
    return [f"*{flag}[{about}]" + (f":value:{what or ' '}" if option.takes else "") for flag in option.flags]


def fish(program: Command) -> str:
    """The script for fish."""
    lines = ["# fish completion of eventcode; made by: eventcode completion fish", "complete -c eventcode -f"]
    for command in program.all():
        where = _fish_condition(command)
        for inner in command.commands:
            lines.append(f"complete -c eventcode -n '{where}' -a {inner.words[-1]} -d '{_quoted_fish(inner.help)}'")
        for option in command.options:
            flags = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags]
            takes = ["-r" if option.flags and option.takes else "", "-F" if option.file else ""]
            words = f"-a '{' '.join(option.choices)}'" if option.choices else ""
            parts = [*flags, *takes, words, f"-d '{_quoted_fish(option.help)}'" if option.flags else ""]
            if option.flags or option.file or option.choices:
                lines.append(" ".join(["complete -c eventcode", f"-n '{where}'", *(part for part in parts if part)]))
    return "\n".join(lines) + "\n"


def _quoted_fish(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")


def _fish_condition(command: Command) -> str:
    seen = [f"__fish_seen_subcommand_from {word}" for word in command.words]
    if command.commands:
        inner = " ".join(item.words[-1] for item in command.commands)
        seen.append(f"not __fish_seen_subcommand_from {inner}")
    return "; and ".join(seen)


SHELLS: dict[str, Callable[[Command], str]] = {"bash": bash, "zsh": zsh, "fish": fish}


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "completion", help="print a script that completes commands and options in a shell",
        description="Print the script that lets the Tab key complete eventcode's commands, options and values.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("shell", choices=tuple(SHELLS), help="the shell to write for")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.cli import parser

    sys.stdout.write(SHELLS[arguments.shell](tree(parser())))
    return 0
