"""`videmo ask`: one published question about a recording. In: a command line. Out: the reply, what it says, or JSON."""

import argparse
import json
import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.commands.model_choice import add_engine, clear_where_pictures_go, named_model, say, study_key
from core.commands.progress_bar import show
from core.commands.times import seconds
from core.errors import UsageError
from core.progress import finish

if TYPE_CHECKING:
    from core.asking import Question, Said
    from core.reasoning.prompts import Task


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's arguments."""
    parser.add_argument("video", type=Path, nargs="?", metavar="VIDEO", help="the recording or picture")
    parser.add_argument("--list", action="store_true", help="list the tasks, and how much of each is published")
    parser.add_argument("--task", metavar="TASK", help="what to ask: a name of --list")
    parser.add_argument("--person", metavar="P1", help="of whom, numbered as they appear in that part; two as P1,P2")
    parser.add_argument("--from", dest="start", type=seconds, metavar="T", help="show the model what is from here on")
    parser.add_argument("--to", dest="end", type=seconds, metavar="T", help="up to here")
    parser.add_argument("--why", action="store_true", help="ask for the reasons in a second turn, as published")
    parser.add_argument("--temperature", type=float, default=0.0, metavar="X", help="0 takes the most probable word "
                        "always (default), higher draws")  # fmt: skip
    parser.add_argument("--tokens", type=int, default=512, metavar="N", help="longest reply (default: 512)")
    parser.add_argument("--seed", type=int, default=20250, metavar="N", help="of what is drawn (default: 20250)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines to read")
    parser.add_argument("--study", type=Path, metavar="FILE", help="whose consent decides, and whose log notes what "
                        "goes to a server; the answer is not kept in it")  # fmt: skip
    parser.add_argument("--session", metavar="NAME", help="the session in the study (default: the recording's)")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="first line opens the study")
    parser.add_argument("--who", default="", metavar="NAME", help="who is working, for the study's history")
    add_engine(parser.add_argument_group("the language model"))


def run(args: argparse.Namespace) -> int:
    """Asks, and prints what is said."""
    if args.list:
        _list(as_json=args.json)
        return 0
    if args.video is None or args.task is None:
        raise UsageError(
            "What is to be asked, of which recording?", remedy="Name VIDEO and --task; --list shows tasks."
        )
    question = _question(args)
    clear_where_pictures_go(args, question.model.address)
    if args.study is not None:
        _permit(args, question)
    from core.asking import asked

    with closing(show(asked(question, remark=say))) as open_question:
        if args.json:
            said = show(open_question.answer(heard=_deaf))
            print(json.dumps(_plain(question, said), indent=2, ensure_ascii=False))
            return 0
        said = finish(open_question.answer(heard=_heard))
    print()
    for line in _lines(question, said):
        print(line)
    return 0


def _question(args: argparse.Namespace) -> "Question":
    if args.model is None:
        raise UsageError("Which language model is to answer?", remedy="Name it with --model, see `videmo models list`.")
    if args.tokens < 1 or not 0 <= args.temperature < float("inf"):
        raise UsageError("--tokens begins at 1 and --temperature at 0.", remedy="Leave them out for the usual ones.")
    people = tuple(name.strip().upper() for name in args.person.split(",")) if args.person else ()
    if not all(re.fullmatch(r"P[1-9]\d{0,3}", name) for name in people):
        raise UsageError(f"{args.person} names no person.", remedy="Write P1, or P1,P2 for a task about two people.")
    from core.asking import Question
    from core.reasoning.prompts import task

    return Question(
        video=args.video,
        task=task(args.task),
        model=named_model(args),
        people=people,
        start_s=args.start,
        end_s=args.end,
        reasons=args.why,
        most_tokens=args.tokens,
        temperature=args.temperature,
        seed=args.seed,
        adapter_key=study_key(args.adapter_study, None),
    )


def _permit(args: argparse.Namespace, question: "Question") -> None:
    """The study's consent decides, before anything is loaded."""
    from core.by_model import server_of
    from core.commands.study_access import opened
    from core.footage.reader import probe
    from core.project.intake import permit_question

    with opened(args) as study:
        permit_question(study, probe(question.video), session=args.session, server=server_of(question.model))


def _heard(piece: str) -> None:
    """A model's words steer no terminal."""
    print("".join(letter for letter in piece if letter.isprintable() or letter == "\n"), end="", flush=True)


def _deaf(_piece: str) -> None:
    """JSON is printed once, whole."""


def _list(*, as_json: bool) -> None:
    from core.reasoning.prompts import tasks

    if as_json:
        print(json.dumps([_described(one) for one in tasks()], indent=2, ensure_ascii=False))
        return
    for one in tasks():
        print(f"{one.id:<20} {one.answer:<8} {one.title} ({one.source}; wording {one.wording})")


def _described(task: "Task") -> dict[str, Any]:
    return {
        "task": task.name,
        "title": task.title,
        "level": task.level,
        "answer": task.answer,
        "options": {option.answer: option.label for option in task.options},
        "question": task.question,
        "system": task.system,
        "wording": task.wording,
        "source": task.source,
        "note": task.note,
    }


def _lines(question: "Question", said: "Said") -> list[str]:
    from core.reasoning.answers import Answer, NoAnswer

    task = question.task
    whom = " and ".join(said.people) or "the whole picture"
    lines = [
        f"{task.title}; {whom}, {said.span.start_s:.2f} s to {said.span.end_s:.2f} s, {said.frames} pictures; "
        f"{said.about.model} ({said.about.engine}, {said.about.quantisation})"
    ]
    if not said.reply.ended:
        lines.append("note: the reply was cut off at its longest length.")
    if isinstance(said.answer, Answer):
        lines.append(f"the model reads: {', '.join(said.answer.labels) or 'none of the list'}")
        if said.answer.unknown:
            lines.append(f"not in the list: {', '.join(said.answer.unknown)}")
    if isinstance(said.answer, NoAnswer):
        lines.append(f"no answer: {said.answer.reason}")
    if said.distribution is not None:
        ranked = sorted(said.distribution.items(), key=lambda one: -one[1])
        lines += [f"  {share:6.1%}  {label}" for label, share in ranked]
        lines.append(f"  the options hold {said.on_options:.1%} of the model's probability; not calibrated")
    elif task.closed:
        lines.append("  no distribution: the engine gives no log-probabilities")
    if said.tree is not None:
        for clue in said.tree.tree.clues:
            lines.append(f"  {clue.level}: {clue.name} = {clue.value}")
        lines.append(f"  sentences that no rule could read: {len(said.tree.unread)}")
    if said.memory:
        lines.append(f"note: {said.memory}")
    return lines


def _plain(question: "Question", said: "Said") -> dict[str, Any]:
    from core.reasoning.answers import Answer, NoAnswer

    answer, tree = said.answer, said.tree
    return {
        "task": question.task.name,
        "question": question.task.question,
        "people": list(said.people),
        "span_s": [said.span.start_s, said.span.end_s],
        "frames": said.frames,
        "model": {
            "name": said.about.model,
            "sha256": said.about.digest,
            "engine": said.about.engine,
            "quantisation": said.about.quantisation,
            "adapter": said.about.adapter,
            "adapter_sha256": said.about.adapter_digest,
        },
        "reply": said.reply.text,
        "ended": said.reply.ended,
        "labels": list(answer.labels) if isinstance(answer, Answer) else None,
        "unknown": list(answer.unknown) if isinstance(answer, Answer) else [],
        "failure": answer.reason if isinstance(answer, NoAnswer) else "",
        "distribution": None if said.distribution is None else dict(said.distribution),
        "on_options": said.on_options,
        "clues": None
        if tree is None
        else [{"level": clue.level, "name": clue.name, "value": clue.value} for clue in tree.tree.clues],
        "unread": None if tree is None else list(tree.unread),
        "reasons": None if said.reasons is None else said.reasons.text,
    }
