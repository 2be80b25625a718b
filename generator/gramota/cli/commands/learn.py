"""`gramota learn`: second readers that trainers' decisions teach, written beside their quiz."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from gramota.cli.decided_input import (
    check_decided_use,
    choose_decided_lesson,
    read_decided,
    refuse_undecided,
    tell_decided,
)
from gramota.cli.folders import folder_options
from gramota.cli.messages import say
from gramota.cli.output import console_on, open_stdout
from gramota.cli.spoken import SpokenCommand, language_option
from gramota.course import load_course
from gramota.course.files.folder import shown_path
from gramota.errors import ContentError
from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.compiled_quiz import CompiledQuiz, compile_phrases
from gramota.grading.files.plain_text import clean_line
from gramota.grading.second_reader.learned_file import KnownReaders, load_known_readers, save_readers
from gramota.grading.second_reader.learning import FEWEST_ANSWERS, FEWEST_OF_A_KIND, can_teach
from gramota.grading.second_reader.meanings import meanings_of
from gramota.grading.second_reader.place import learned_beside
from gramota.grading.second_reader.trial import LEAST_SURE, Learned, Trial, learn_quiz
from gramota.wording import Wording, wording


@click.command("learn", cls=SpokenCommand)
@click.argument("paths", nargs=-1, metavar="[OUT] [INBOX]...", type=click.Path(path_type=Path))
@click.option("--labelled", multiple=True, type=click.Path(path_type=Path))
@click.option("--quiz")
@folder_options
@language_option
@click.pass_obj
def learn(  # noqa: PLR0913, PLR0917 - click passes one argument for each option
    lang: str, paths: tuple[Path, ...], labelled: tuple[Path, ...], quiz: str | None, docs: Path, quizzes: Path
) -> int:
    """Return 0 where something was learned, 1 where nothing was, 2 where something was set aside."""
    check_decided_use(paths, labelled, lang)
    course = load_course(docs, quizzes)
    compiled = compile_phrases(choose_decided_lesson(course, quiz, None, lang))
    before = _load_before(compiled)
    decided = read_decided(paths, labelled, course, compiled)
    if not decided.answers:
        refuse_undecided(decided, (*labelled, *paths)[0], lang)
    learned = learn_quiz(compiled, decided.answers)
    t = wording("learn", lang)
    console = console_on(open_stdout())
    report = [*_report(compiled, learned, decided.answers, t), *_tell_kept(learned, before, t)]
    console.print(*report, sep="\n", markup=False, highlight=False)
    _write(compiled, learned, before, t)
    return tell_decided(decided, lang) or (0 if learned.readers else 1)


def _report(compiled: CompiledQuiz, learned: Learned, answers: Sequence[DecidedAnswer], t: Wording) -> list[str]:
    counts = _count_teaching(compiled, answers)
    lines = [t("title", title=clean_line(compiled.letter.title))]
    for name in compiled.rubrics:
        told = "question" if name in learned.readers else "too_few" if counts[name] < FEWEST_ANSWERS else "too_alike"
        limits = {"fewest": FEWEST_ANSWERS, "of_a_kind": FEWEST_OF_A_KIND}
        lines.append(t(told, count=counts[name], question=name, **(limits if told != "question" else {})))
    return [*lines, *_tell_trial(learned.trial, t)] if learned.readers else lines


def _count_teaching(compiled: CompiledQuiz, answers: Sequence[DecidedAnswer]) -> Counter[str]:
    """Return of how many answers to each question something can be learned."""
    criteria = {name: [each.id for each in rubric.criteria] for name, rubric in compiled.rubrics.items()}
    return Counter(each.question for each in answers if can_teach(each, criteria.get(each.question, ())))


def _tell_trial(trial: Trial, t: Wording) -> list[str]:
    now, then = trial.now, trial.then
    wrong = {"of": trial.decisions, "wrong": now.wrong_decisions, "then": then.wrong_decisions}
    lines = [
        t("trial", count=trial.answers, **wrong),
        t("trial.found", share=LEAST_SURE, found=now.found, wrong=now.wrong, found_then=then.found, then=then.wrong),
    ]
    return lines if trial.does_help else [*lines, t("trial.no_better")]


def _load_before(compiled: CompiledQuiz) -> KnownReaders | None:
    """Return what was learned before; None where its file is broken, for it is going to be replaced."""
    try:
        return load_known_readers(compiled.quiz, compiled.source)
    except ContentError as error:
        if any(problem.code != "G403" for problem in error.problems):
            raise
        return None


def _tell_kept(learned: Learned, before: KnownReaders | None, t: Wording) -> list[str]:
    """Say what the file has of earlier decisions, and what it no longer has, where it is written at all."""
    if not (before and learned.readers):
        return []
    kept = [name for name in before.readers if name not in learned.readers]
    told = [t("kept", questions=", ".join(kept))] if kept else []
    return [*told, t("outlived")] if before.advice else told


def _write(compiled: CompiledQuiz, learned: Learned, before: KnownReaders | None, t: Wording) -> None:
    path = learned_beside(compiled.source.path)
    if not learned.readers:
        say(
            t("nothing.stays" if before else "nothing.broken", path=shown_path(path)) if path.exists() else t("nothing")
        )
        return
    known = {**(before.readers if before else {}), **learned.readers}
    readers = {name: known[name] for name in compiled.rubrics if name in known}
    save_readers(path, readers, meanings_of(compiled.quiz))
    say(t("written", path=shown_path(path)))
    if before is None:
        say(t("written.broken"))
